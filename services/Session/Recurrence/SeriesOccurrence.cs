using Campaign.Api.Problems;
using Campaign.Api.Session;
using Campaign.Hosting.Problems;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Sessions.Recurrence;

/// <summary>A day of a series about which there is something to remember. Its key lets no day have two sessions.</summary>
public sealed class SeriesOccurrence
{
    /// <summary>How far an occurrence may be moved, days.</summary>
    public const int Furthest = 31;

    public required Guid SeriesId { get; init; }

    /// <summary>By the rule, also when it was moved.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The session that was made for it; from then on it is that session which is changed.</summary>
    public Guid? SessionId { get; private set; }

    public bool Skipped { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? MovedTo { get; private set; }

    public void Make(Guid session) => SessionId = session;

    /// <exception cref="Problem"><c>occurrence-made</c>, <c>invalid-request</c>.</exception>
    public void Change(bool skip, DateTimeOffset? startsAt, DateTimeOffset byRule)
    {
        Problem.Throw(WhyMade());

        Problem.Unless(!skip || startsAt is null, "startsAt", SessionProblems.NotBoth, ("other", "skip"));
        var (earliest, latest) = (byRule.AddDays(-Furthest), byRule.AddDays(Furthest));
        Problem.Unless(startsAt is null || startsAt >= earliest, "startsAt", FieldCodes.TooEarly, ("earliest", earliest));
        Problem.Unless(startsAt is null || startsAt <= latest, "startsAt", FieldCodes.TooLate, ("latest", latest));
        (Skipped, MovedTo) = (skip, startsAt?.ToUniversalTime());
    }

    /// <summary>Why it is no longer changed here.</summary>
    public Problem? WhyMade() => SessionId is null ? null : new Problem(SessionProblems.OccurrenceMade);

    internal static void Configure(EntityTypeBuilder<SeriesOccurrence> occurrence)
    {
        occurrence.ToTable("series_occurrences");
        occurrence.HasKey(o => new { o.SeriesId, o.Day });
        occurrence.HasOne<Series>().WithMany().HasForeignKey(o => o.SeriesId);
    }
}
