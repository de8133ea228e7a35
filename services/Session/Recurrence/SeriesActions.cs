using Campaign.Api.Session;
using Campaign.Hosting.Access;

namespace Campaign.Sessions.Recurrence;

/// <summary>A series, and what the rules of acting on it ask besides.</summary>
public sealed record SeriesOn(Series Series, DateOnly Today);

/// <summary>A day of a series.</summary>
public sealed record OccurrenceOn(Series Series, DateOnly Day, SeriesOccurrence? Occurrence, DateOnly Today);

/// <summary>What may be done with a series, by whom and when.</summary>
public static class SeriesActions
{
    public static readonly ActionRule<SeriesOn> End = new(
        SessionMay.End,
        SessionAccess.Run,
        on => on.Series.UnitPath,
        on => on.Series.WhyEnded(on.Today)
    );

    public static readonly ActionRule<OccurrenceOn> ChangeDay = new(
        SessionMay.ChangeDay,
        SessionAccess.Run,
        on => on.Series.UnitPath,
        on => on.Series.WhyEnded(on.Today) ?? on.Series.WhyNotChangedOn(on.Day, on.Today) ?? on.Occurrence?.WhyMade()
    );
}
