using Campaign.Api.Problems;
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
        Problem.Unless(entries is { Count: >= 1 and <= Max }, "entries", FieldCodes.Count, ("min", 1), ("max", Max));
        var checkedEntries = new Dictionary<Guid, RosterEntry>(entries.Count);
        foreach (var (index, entry) in entries.Index())
        {
            var fit = Fit(entry, book, day, $"entries[{index}]");
            if (!checkedEntries.TryAdd(entry.MemberId, fit) && checkedEntries[entry.MemberId] != fit)
            {
                throw new Problem(SessionProblems.ContradictoryRoster, ("memberId", entry.MemberId));
            }
        }

        return new Roster(
            [.. checkedEntries.Keys],
            [.. checkedEntries.Values.Select(entry => entry.Status)],
            [.. checkedEntries.Values.Select(entry => entry.Minutes)],
            [.. checkedEntries.Values.Select(entry => entry.Reason)]
        );
    }

    /// <summary>The entry, trimmed; <paramref name="path"/> is where it stands in the request.</summary>
    /// <exception cref="Problem"><c>invalid-request</c>.</exception>
    internal static RosterEntry Fit(RosterEntry entry, StatusBook book, DateOnly day, string path)
    {
        if (entry.Status is null)
        {
            return new RosterEntry(entry.MemberId, null);
        }

        var status = book.Demand(entry.Status, day, $"{path}.status");
        Problem.Unless(entry.Minutes is null || status.TakesMinutes, $"{path}.minutes", SessionProblems.StatusWithoutMinutes);
        Problem.Unless(
            entry.Minutes is null or >= 1 and <= Session.MaxMinutes,
            $"{path}.minutes",
            FieldCodes.Range,
            ("min", 1),
            ("max", Session.MaxMinutes)
        );
        var reason = Problem.Text(entry.Reason, $"{path}.reason", MaxReason, min: status.NeedsReason ? 1 : 0);
        return entry with { Reason = reason.Length == 0 ? null : reason };
    }
}
