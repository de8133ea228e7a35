using System.Globalization;

namespace Campaign.Api.Session;

public sealed partial class SessionClient
{
    public Task<SessionView> ChangeAsync(Guid id, long version, ChangeSession change, CancellationToken ct = default) =>
        PutAsync<SessionView>($"sessions/{id}", version, change, ct);

    public Task<SessionView> CancelAsync(Guid id, CancelSession cancel, string? key = null, CancellationToken ct = default) =>
        PostAsync<SessionView>($"sessions/{id}/cancel", cancel, ct, key);

    public Task<SeriesView> PlanSeriesAsync(PlanSeries series, string? key = null, CancellationToken ct = default) =>
        PostAsync<SeriesView>("series", series, ct, key);

    public Task<Page<SeriesView>> SeriesAsync(
        string? under = null,
        string? cursor = null,
        int? limit = null,
        CancellationToken ct = default
    ) => GetAsync<Page<SeriesView>>(Query("series", ("under", under), ("cursor", cursor), ("limit", limit)), ct);

    public Task<SeriesView> OneSeriesAsync(Guid id, CancellationToken ct = default) => GetAsync<SeriesView>($"series/{id}", ct);

    /// <summary>The first days of a rule, at most 12: what a plan would come to.</summary>
    public Task<IReadOnlyList<DateTimeOffset>> DatesAsync(RecurrenceRule rule, CancellationToken ct = default) =>
        GetAsync<IReadOnlyList<DateTimeOffset>>(
            Query(
                "series/dates",
                ("from", rule.From),
                ("at", rule.At.ToString("HH:mm", CultureInfo.InvariantCulture)),
                ("everyMonths", rule.EveryMonths),
                ("day", rule.Day),
                ("week", rule.Week),
                ("weekday", rule.Weekday),
                ("until", rule.Until),
                ("count", rule.Count)
            ),
            ct
        );

    public Task<SeriesView> ChangeOccurrenceAsync(
        Guid series,
        DateOnly day,
        long version,
        ChangeOccurrence change,
        CancellationToken ct = default
    ) =>
        PutAsync<SeriesView>(
            $"series/{series}/occurrences/{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
            version,
            change,
            ct
        );

    public Task<SeriesView> EndSeriesAsync(Guid id, EndSeries end, string? key = null, CancellationToken ct = default) =>
        PostAsync<SeriesView>($"series/{id}/end", end, ct, key);

    /// <summary>At most 92 days, the current month unless said.</summary>
    public Task<CalendarView> CalendarAsync(
        string? under = null,
        DateOnly? from = null,
        DateOnly? to = null,
        string? kind = null,
        string? activity = null,
        CancellationToken ct = default
    ) =>
        GetAsync<CalendarView>(Query("calendar", ("under", under), ("from", from), ("to", to), ("kind", kind), ("activity", activity)), ct);

    /// <summary>Where to look when a period, its last day included, is empty.</summary>
    /// <param name="series">False: without what series will still bring.</param>
    public Task<NearestDays> NearestAsync(
        string under,
        DateOnly from,
        DateOnly to,
        string? kind = null,
        bool? series = null,
        CancellationToken ct = default
    ) =>
        GetAsync<NearestDays>(
            Query("calendar/nearest", ("under", under), ("from", from), ("to", to), ("kind", kind), ("series", series)),
            ct
        );

    /// <summary>The address of a feed; made when there is none.</summary>
    public Task<FeedView> FeedAsync(FeedOf feed, CancellationToken ct = default) => PostAsync<FeedView>("calendar-feeds", feed, ct);

    /// <summary>A new address; the old one is dead.</summary>
    public Task<FeedView> RenewFeedAsync(FeedOf feed, string? key = null, CancellationToken ct = default) =>
        PostAsync<FeedView>("calendar-feeds/renew", feed, ct, key);
}
