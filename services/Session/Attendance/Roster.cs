using Campaign.Api.Session;
using Campaign.Hosting.Problems;
using Campaign.Sessions.Scheduling;

namespace Campaign.Sessions.Attendance;

/// <summary>A roster as sent, column by column: every member once, nobody in two minds. No status: the record is taken back.</summary>
public sealed record Roster(Guid[] MemberIds, string?[] Statuses, int?[] Minutes, string?[] Reasons)
{
    public const int Max = 20_000;
    public const int MaxReason = 300;

    /// <summary>When it was ticked, where that was without a network; whoever checked in since stays as they are.</summary>
    public DateTimeOffset TickedAt { get; init; } = DateTimeOffset.MaxValue;

    /// <exception cref="Problem"><c>invalid-request</c>, <c>contradictory-roster</c>.</exception>
    public static Roster Of(IReadOnlyList<RosterEntry>? entries, StatusBook book, DateOnly day)
    {
        Problem.Unless(entries is { Count: >= 1 and <= Max }, $"'entries' must have 1 to {Max} entries.");
        var checkedEntries = new Dictionary<Guid, RosterEntry>(entries!.Count);
        foreach (var entry in entries)
        {
            var fit = Fit(entry, book, day);
            if (!checkedEntries.TryAdd(entry.MemberId, fit) && checkedEntries[entry.MemberId] != fit)
            {
                throw new Problem(
                    "contradictory-roster",
                    400,
                    $"Member {entry.MemberId} is in this roster twice and not alike. Keep one entry."
                );
            }
        }

        return new Roster(
            [.. checkedEntries.Keys],
            [.. checkedEntries.Values.Select(entry => entry.Status)],
            [.. checkedEntries.Values.Select(entry => entry.Minutes)],
            [.. checkedEntries.Values.Select(entry => entry.Reason)]
        );
    }

    private static RosterEntry Fit(RosterEntry entry, StatusBook book, DateOnly day)
    {
        if (entry.Status is null)
        {
            return new RosterEntry(entry.MemberId, null);
        }

        var status = book.Demand(entry.Status, day);
        Problem.Unless(
            entry.Minutes is null || (status.TakesMinutes && entry.Minutes is >= 1 and <= Session.MaxMinutes),
            $"'minutes' must lie between 1 and {Session.MaxMinutes}, and '{status.Code}' must be a status that has minutes."
        );
        var reason = Problem.Text(entry.Reason, "reason", MaxReason, min: status.NeedsReason ? 1 : 0);
        return entry with { Reason = reason.Length == 0 ? null : reason };
    }
}
