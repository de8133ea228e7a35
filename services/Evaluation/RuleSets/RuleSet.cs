using Campaign.Api.Evaluation;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Evaluation.RuleSets;

/// <summary>
/// Under what conditions a review gets which rank: dated configuration with its legal source. A version is never
/// changed once a period uses it; a new rule is a new version.
/// </summary>
public sealed class RuleSet : IDated
{
    public required string Code { get; init; }
    public required int Version { get; init; }

    /// <summary>One of <see cref="Contracts.SubjectKinds"/>.</summary>
    public required string SubjectKind { get; init; }

    public required string Name { get; init; }
    public required DateOnly ValidFrom { get; init; }

    /// <summary>First day on which it is no longer in force; null while it is.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>0–100; null: no cap.</summary>
    public decimal? ExcellentCapPercent { get; init; }

    /// <summary>How a cap that is not a whole number is rounded: <c>down</c>, <c>nearest</c> or <c>up</c>.</summary>
    public required string CapRounding { get; init; }

    /// <summary>So many may be excellent even where the percentage gives fewer: for small groups.</summary>
    public required int CapMinimum { get; init; }

    public required string Source { get; init; }

    /// <summary>Whether somebody compared the figures with the source's text.</summary>
    public required bool Verified { get; init; }

    public List<RuleSetBand> Bands { get; init; } = [];

    public List<RuleSetCondition> Conditions { get; init; } = [];

    /// <summary>How decisions and periods name it: <c>code/version</c>.</summary>
    public string Reference => $"{Code}/{Version}";

    public Cap? Cap => ExcellentCapPercent is { } percent ? new Cap(percent, CapRounding, CapMinimum) : null;

    public RankRule Rule =>
        new(
            [.. Bands.Select(band => new BandView(band.Rank, band.From))],
            [.. Conditions.Select(condition => new HardCondition(condition.Rank, condition.Measure, condition.AtLeast, condition.AtMost))]
        );

    public RuleSetView ToView() =>
        new(
            Code,
            Version,
            SubjectKind,
            Name,
            ValidFrom,
            ValidTo,
            [.. Bands.OrderByDescending(band => band.From).Select(band => new BandView(band.Rank, band.From))],
            ExcellentCapPercent,
            Source,
            Verified
        );

    internal static void Configure(ModelBuilder model)
    {
        model.Entity<RuleSet>(set =>
        {
            set.HasKey(s => new { s.Code, s.Version });
            set.Property(s => s.Code).HasMaxLength(60);
            set.Property(s => s.SubjectKind).HasMaxLength(20);
            set.Property(s => s.Name).HasMaxLength(300);
            set.Property(s => s.CapRounding).HasMaxLength(10);
            set.Property(s => s.ExcellentCapPercent).HasPrecision(5, 2);
            set.Property(s => s.Source).HasMaxLength(500);
            set.Ignore(s => s.Reference).Ignore(s => s.Cap).Ignore(s => s.Rule);
            set.HasMany(s => s.Bands).WithOne().HasForeignKey(b => new { b.Code, b.Version });
            set.HasMany(s => s.Conditions).WithOne().HasForeignKey(c => new { c.Code, c.Version });
        });
        model.Entity<RuleSetBand>(band =>
        {
            band.ToTable("rule_set_bands");
            band.HasKey(b => new
            {
                b.Code,
                b.Version,
                b.Rank,
            });
            band.Property(b => b.Rank).HasMaxLength(20);
            band.Property(b => b.From).HasPrecision(5, 2);
        });
        model.Entity<RuleSetCondition>(condition =>
        {
            condition.ToTable("rule_set_conditions");
            condition.HasKey(c => new
            {
                c.Code,
                c.Version,
                c.Rank,
                c.Measure,
            });
            condition.Property(c => c.Rank).HasMaxLength(20);
            condition.Property(c => c.Measure).HasMaxLength(40);
            condition.Property(c => c.AtLeast).HasPrecision(7, 2);
            condition.Property(c => c.AtMost).HasPrecision(7, 2);
        });
    }
}

/// <summary>The lowest score of a rank.</summary>
public sealed class RuleSetBand
{
    public required string Code { get; init; }
    public required int Version { get; init; }
    public required string Rank { get; init; }

    /// <summary>0–100, inclusive.</summary>
    public required decimal From { get; init; }
}

/// <summary>What the evidence must show for a rank, whatever the score.</summary>
public sealed class RuleSetCondition
{
    public required string Code { get; init; }
    public required int Version { get; init; }
    public required string Rank { get; init; }

    /// <summary>One of <see cref="Measures.All"/>.</summary>
    public required string Measure { get; init; }

    public decimal? AtLeast { get; init; }
    public decimal? AtMost { get; init; }
}
