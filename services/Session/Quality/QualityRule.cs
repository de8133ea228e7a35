using Campaign.Api.Session;
using Campaign.ServiceDefaults.Catalogues;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Sessions.Quality;

/// <summary>
/// What a good meeting is, dated: a meeting is judged by the rules of its day and kind. Rules and points are data; how a measure is
/// found in the record is code.
/// </summary>
public sealed class QualityRule : ICatalogueRow
{
    public const int MaxCode = 40;

    public required string Code { get; init; }

    /// <summary>Vietnamese, as in the table.</summary>
    public required string Name { get; init; }

    /// <summary>Vietnamese: what it means and what to do, for somebody who reads it the first time.</summary>
    public required string Explanation { get; init; }

    public string? EnglishName { get; init; }

    public string? EnglishExplanation { get; init; }

    /// <summary>Codes of the catalogue, see <see cref="Scheduling.SessionKind"/>.</summary>
    public required string[] Kinds { get; init; }

    /// <summary>One of <see cref="QualityMeasures"/>.</summary>
    public required string Measure { get; init; }

    /// <summary>What is needed, in the measure's unit; null where the measure has no number.</summary>
    public decimal? Needed { get; init; }

    /// <summary>More than 0.</summary>
    public required int Points { get; init; }

    /// <summary>Order in the table, from 1.</summary>
    public required int Position { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>First day on which it is no longer in use.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The document or custom that it rests on.</summary>
    public required string Source { get; init; }

    /// <summary>Whether somebody checked the row against its source.</summary>
    public required bool Verified { get; init; }

    IReadOnlyDictionary<string, string>? ICatalogueRow.Traits =>
        new Dictionary<string, string>
        {
            [SessionCatalogues.Explanation] = Explanation,
            [SessionCatalogues.EnglishExplanation] = EnglishExplanation ?? Explanation,
        };

    /// <summary>In use on the day for the kind, in order.</summary>
    public static Task<List<QualityRule>> OnAsync(DateOnly day, string kind, SessionDb database, CancellationToken ct) =>
        database
            .QualityRules.AsNoTracking()
            .On(day)
            .Where(rule => rule.Kinds.Contains(kind))
            .OrderBy(rule => rule.Position)
            .ToListAsync(ct);

    internal static void Configure(EntityTypeBuilder<QualityRule> rule)
    {
        rule.ToTable("quality_rules");
        rule.HasKey(r => new { r.Code, r.ValidFrom });
        rule.Property(r => r.Code).HasMaxLength(MaxCode);
        rule.Property(r => r.Name).HasMaxLength(200);
        rule.Property(r => r.Explanation).HasMaxLength(500);
        rule.Property(r => r.EnglishName).HasMaxLength(200);
        rule.Property(r => r.EnglishExplanation).HasMaxLength(500);
        rule.Property(r => r.Measure).HasMaxLength(20);
        rule.Property(r => r.Needed).HasPrecision(8, 2);
        rule.Property(r => r.Source).HasMaxLength(300);
    }
}

/// <summary>How a rule is answered.</summary>
public static class QualityMeasures
{
    /// <summary>Percent of those expected who are present; more than needed.</summary>
    public const string Attendance = "attendance";

    /// <summary>People absent without a reason; none.</summary>
    public const string Unexcused = "unexcused";

    /// <summary>Steps of the preparation that were ticked; all.</summary>
    public const string Prepared = "prepared";

    /// <summary>Minutes; at least as needed.</summary>
    public const string Duration = "duration";

    /// <summary>Signatures under the minutes; both.</summary>
    public const string Minutes = "minutes";

    /// <summary>Different people who spoke; as needed, or all who are present where fewer came.</summary>
    public const string Speakers = "speakers";

    /// <summary>What earlier meetings resolved and was due by the day; all of it done.</summary>
    public const string FollowUp = "follow-up";

    /// <summary>What the secretary says.</summary>
    public const string Answer = "answer";

    public static readonly IReadOnlyList<string> All = [Attendance, Unexcused, Prepared, Duration, Minutes, Speakers, FollowUp, Answer];
}
