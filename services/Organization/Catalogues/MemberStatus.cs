using Campaign.Contracts;
using Campaign.ServiceDefaults.Catalogues;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Organization.Catalogues;

/// <summary>What a member's relation to the organisation is.</summary>
public sealed class MemberStatus : ImportedRow
{
    internal static MemberStatus[] Shipped =>
        [
            Row(1, MemberStatuses.Active, "Đang sinh hoạt", "Active", ["sinh hoat"]),
            Row(2, MemberStatuses.Exempted, "Miễn sinh hoạt", "Exempted from meetings", ["mien"]),
            Row(3, "away", "Tạm vắng", "Away", ["vang"]),
            Row(4, MemberStatuses.Transferred, "Đã chuyển", "Transferred", ["chuyen di"]),
            Row(5, MemberStatuses.Left, "Đã ra khỏi", "Left", ["ra khoi dang"]),
        ];

    internal static void Configure(EntityTypeBuilder<MemberStatus> status) => status.IsCatalogue("member_statuses");

    private static MemberStatus Row(int position, string code, string name, string english, string[] writtenAs) =>
        new()
        {
            Position = position,
            Code = code,
            Name = name,
            EnglishName = english,
            WrittenAs = writtenAs,
            ValidFrom = FirstDay.Value,
            Source = "Điều lệ Đảng; Quy định 24-QĐ/TW; chưa đối chiếu",
            Verified = false,
        };
}
