using Campaign.Api.Session;
using Campaign.Contracts;
using Campaign.Defaults.Problems;

namespace Campaign.Sessions;

/// <summary>A roster as sent: every member once, nobody in two minds.</summary>
public sealed record Roster(Guid[] MemberIds, string[] Statuses)
{
    public const int Max = 20_000;

    /// <exception cref="Problem"><c>invalid-request</c>, <c>contradictory-roster</c>.</exception>
    public static Roster Of(IReadOnlyList<RosterEntry>? entries)
    {
        Problem.Unless(entries is { Count: >= 1 and <= Max }, $"'entries' must have 1 to {Max} entries.");
        var statuses = new Dictionary<Guid, string>(entries!.Count);
        foreach (var entry in entries)
        {
            var status = Problem.OneOf(entry.Status, "status", AttendanceStatuses.All.ToArray());
            if (!statuses.TryAdd(entry.MemberId, status) && statuses[entry.MemberId] != status)
            {
                throw new Problem("contradictory-roster", 400, $"Member {entry.MemberId} has two different statuses in this roster. Keep one.");
            }
        }

        return new Roster([.. statuses.Keys], [.. statuses.Values]);
    }
}
