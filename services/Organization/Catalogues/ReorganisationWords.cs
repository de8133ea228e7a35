using Campaign.Api;
using Campaign.Contracts;

namespace Campaign.Organization.Catalogues;

/// <summary>What a step of a reorganisation is called. Each kind is carried out by code of its own: none is added as data.</summary>
internal static class ReorganisationWords
{
    public static readonly IReadOnlyList<CatalogueEntry> All =
    [
        Entry(ReorganisationKinds.Create, "Thành lập", "Create"),
        Entry(ReorganisationKinds.Rename, "Đổi tên", "Rename"),
        Entry(ReorganisationKinds.Move, "Chuyển", "Move"),
        Entry(ReorganisationKinds.Merge, "Hợp nhất", "Merge"),
        Entry(ReorganisationKinds.Split, "Chia tách", "Split"),
        Entry(ReorganisationKinds.Dissolve, "Giải thể", "Dissolve"),
    ];

    private static CatalogueEntry Entry(string code, string name, string english) =>
        new(
            code,
            new Dictionary<string, string> { [CatalogueEntry.Vietnamese] = name, [CatalogueEntry.English] = english },
            FirstDay.Value
        );
}
