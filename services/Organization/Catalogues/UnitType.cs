using Campaign.Contracts;
using Campaign.ServiceDefaults.Catalogues;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Organization.Catalogues;

/// <summary>A word of a catalogue that files of units and members name.</summary>
public abstract class ImportedRow : CatalogueRow
{
    /// <summary>What offices write for it besides its code and name; without diacritics, lower case.</summary>
    public string[] WrittenAs { get; init; } = [];
}

/// <summary>A kind of unit in the tree.</summary>
public sealed class UnitType : ImportedRow
{
    internal static UnitType[] Shipped =>
        [
            Row(1, UnitTypes.PartyCommittee, "Cấp ủy", "Party committee", ["dang uy", "dang bo", "quan uy", "huyen uy", "thanh uy"]),
            Row(2, UnitTypes.Authority, "Chính quyền", "Authority", ["uy ban nhan dan", "ubnd"]),
            Row(3, UnitTypes.FatherlandFront, "Mặt trận Tổ quốc", "Fatherland Front", ["mat tran", "mttq"]),
            Row(4, "mass-organisation", "Đoàn thể", "Mass organisation", []),
            Row(5, UnitTypes.Agency, "Cơ quan", "Agency", []),
            Row(6, UnitTypes.School, "Trường học", "School", ["truong"]),
            Row(7, "enterprise", "Doanh nghiệp", "Enterprise", []),
            Row(8, UnitTypes.Cell, "Chi bộ", "Cell", []),
        ];

    internal static void Configure(EntityTypeBuilder<UnitType> type) => type.IsCatalogue("unit_types");

    // there since before everything that is recorded here, and not compared with a text
    private static UnitType Row(int position, string code, string name, string english, string[] writtenAs) =>
        new()
        {
            Position = position,
            Code = code,
            Name = name,
            EnglishName = english,
            WrittenAs = writtenAs,
            ValidFrom = FirstDay.Value,
            Source = "Điều lệ Đảng; Hiến pháp; chưa đối chiếu",
            Verified = false,
        };
}
