using Campaign.ServiceDefaults.Catalogues;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Directives.Documents;

/// <summary>A mark of urgency, as of the day of signature.</summary>
public sealed class Urgency : CatalogueRow
{
    internal static Urgency[] Shipped =>
        [
            Row(1, "urgent", "Khẩn", "Urgent"),
            Row(2, "very-urgent", "Thượng khẩn", "Very urgent"),
            Row(3, "immediate", "Hỏa tốc", "Immediate"),
        ];

    internal static void Configure(EntityTypeBuilder<Urgency> urgency) => urgency.IsCatalogue("urgencies");

    private static Urgency Row(int position, string code, string name, string english) =>
        new()
        {
            Position = position,
            Code = code,
            Name = name,
            EnglishName = english,
            ValidFrom = DocumentTypeCatalogue.Earliest,
            Source = "Quy định 399-QĐ/TW (9/1/2026); Nghị định 30/2020/NĐ-CP; chưa đối chiếu",
            Verified = false,
        };
}
