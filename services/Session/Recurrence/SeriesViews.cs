using Campaign.Api.Session;
using Campaign.Hosting.Access;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Recurrence;

/// <summary>A series as people see it: what was made, and what is only planned.</summary>
public static class SeriesViews
{
    private const int MaxShown = 18;
    private const int DaysBack = 92;

    public static SeriesView Of(Series series, IReadOnlyList<OccurrenceView> occurrences, Caller caller, DateOnly today) =>
        new(
            series.Id,
            series.UnitId,
            series.UnitName,
            series.UnitPath,
            series.CampaignId,
            series.Kind,
            series.Plan,
            series.ParticipantIds?.Length,
            series.Rule.View(),
            series.EndedFrom,
            series.Days().Cast<DateOnly?>().FirstOrDefault(day => day >= today),
            occurrences,
            series.Version,
            new[] { SeriesActions.End }.May(caller, new(series, today))
        );

    /// <summary>With its occurrences of the last quarter and ahead.</summary>
    public static async Task<SeriesView> OfAsync(Series series, Caller caller, SessionDb database, DateOnly today, CancellationToken ct)
    {
        var from = today.AddDays(-DaysBack);
        var rows = await database
            .Occurrences.AsNoTracking()
            .Where(row => row.SeriesId == series.Id && row.Day >= from)
            .LeftJoin(
                database.Sessions,
                row => row.SessionId,
                session => session.Id,
                (row, session) =>
                    new
                    {
                        row,
                        session!.State,
                        StartsAt = (DateTimeOffset?)session.StartsAt,
                    }
            )
            .ToDictionaryAsync(pair => pair.row.Day, ct);
        // an occurrence that was made and then cut off by the end is still to be seen
        var days = series
            .Days()
            .SkipWhile(day => day < from)
            .Take(MaxShown)
            .Union(rows.Values.Where(pair => pair.row.SessionId is not null).Select(pair => pair.row.Day))
            .Order();
        return Of(
            series,
            [
                .. days.Select(day =>
                    rows.GetValueOrDefault(day) is { } pair
                        ? new OccurrenceView(
                            day,
                            pair.StartsAt ?? pair.row.MovedTo ?? series.Rule.StartOn(day),
                            pair.State ?? (pair.row.Skipped ? SessionStates.Skipped : SessionStates.Planned),
                            pair.row.SessionId,
                            May(day, pair.row)
                        )
                        : new OccurrenceView(day, series.Rule.StartOn(day), SessionStates.Planned, null, May(day, null))
                ),
            ],
            caller,
            today
        );

        IReadOnlyList<string> May(DateOnly day, SeriesOccurrence? occurrence) =>
            new[] { SeriesActions.ChangeDay }.May(caller, new(series, day, occurrence, today));
    }

    /// <summary>When the occurrences that no session was made for begin, from one instant up to, without, another.</summary>
    /// <param name="rows">What is remembered of its days.</param>
    public static IEnumerable<DateTimeOffset> Ahead(
        Series series,
        IReadOnlyDictionary<DateOnly, SeriesOccurrence> rows,
        DateTimeOffset from,
        DateTimeOffset to
    ) =>
        series
            .Days()
            .TakeWhile(day => day <= OfficeDay.Of(to).AddDays(SeriesOccurrence.Furthest))
            .Where(day => !rows.TryGetValue(day, out var row) || (row.SessionId is null && !row.Skipped))
            .Select(day => rows.GetValueOrDefault(day)?.MovedTo ?? series.Rule.StartOn(day))
            .Where(start => start >= from && start < to);
}
