using Campaign.Api;
using Campaign.Api.Identity;
using Campaign.Contracts;

namespace Campaign.Identity.Posts;

/// <summary>What the roles are called. Each is what endpoints ask for: none is added as data.</summary>
internal static class RoleWords
{
    private static readonly DateOnly s_first = new(1930, 2, 3);

    public static readonly IReadOnlyList<CatalogueEntry> All =
    [
        Entry(Roles.CityOfficer, "Cán bộ thành phố", "City officer"),
        Entry(Roles.DistrictOfficer, "Cán bộ quận", "District officer"),
        Entry(Roles.Secretary, "Bí thư", "Secretary"),
        Entry(Roles.Member, "Đảng viên", "Member"),
        Entry(Roles.Committee, "Hội đồng đánh giá", "Evaluating committee"),
        Entry(Roles.Council, "Hội đồng khen thưởng", "Award council"),
        Entry(Roles.Analyst, "Chuyên viên phân tích", "Analyst"),
        Entry(Roles.Operator, "Quản trị vận hành", "Operator"),
        Entry(Roles.Integrator, "Hệ thống tích hợp", "Integrator"),
        Entry(Roles.Service, "Dịch vụ hệ thống", "System service", granted: false),
    ];

    private static CatalogueEntry Entry(string code, string name, string english, bool granted = true) =>
        new(
            code,
            new Dictionary<string, string> { [CatalogueEntry.Vietnamese] = name, [CatalogueEntry.English] = english },
            s_first,
            Traits: granted ? new Dictionary<string, string> { [IdentityCatalogues.Granted] = "true" } : null
        );
}
