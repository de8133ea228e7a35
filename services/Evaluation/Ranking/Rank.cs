using Campaign.Contracts;
using Campaign.ServiceDefaults.Catalogues;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Evaluation.Ranking;

/// <summary>A rank that the bands of rule sets give, best first.</summary>
public sealed class Rank : CatalogueRow
{
    internal static Rank[] Shipped =>
        [
            Row(1, Ranks.Excellent, "Hoàn thành xuất sắc nhiệm vụ", "Excellent"),
            Row(2, Ranks.Good, "Hoàn thành tốt nhiệm vụ", "Good"),
            Row(3, Ranks.Completed, "Hoàn thành nhiệm vụ", "Completed"),
            Row(4, Ranks.Failed, "Không hoàn thành nhiệm vụ", "Not completed"),
        ];

    internal static void Configure(EntityTypeBuilder<Rank> rank) => rank.IsCatalogue("ranks");

    // the four are those of every rule set since the oldest that is kept here
    private static Rank Row(int position, string code, string name, string english) =>
        new()
        {
            Position = position,
            Code = code,
            Name = name,
            EnglishName = english,
            ValidFrom = new DateOnly(2018, 1, 1),
            Source = "Hướng dẫn 43-HD/BTCTW (31/10/2025); Nghị định 335/2025",
            Verified = true,
        };
}
