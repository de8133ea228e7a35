using Campaign.Api.Session;
using Campaign.Hosting.Problems;
using Campaign.Sessions.Scheduling;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Browsing;

/// <summary>What a list of sessions can be asked for.</summary>
/// <param name="From">First day, as counted in Hanoi.</param>
/// <param name="To">Last day, included.</param>
public sealed record SessionFilter(
    string? Under,
    Guid? Campaign,
    string? Kind,
    string? State,
    DateOnly? From,
    DateOnly? To,
    string? Cursor,
    int? Limit,
    string? Activity = null,
    bool? Extended = null
)
{
    /// <summary>The rows that pass and come after the cursor, the latest first.</summary>
    public IQueryable<Session> Apply(IQueryable<Session> sessions) =>
        AfterCursor(Narrow(sessions)).OrderByDescending(session => session.StartsAt).ThenByDescending(session => session.Id);

    /// <summary>The rows that pass, in no order.</summary>
    public IQueryable<Session> Narrow(IQueryable<Session> sessions)
    {
        if (Campaign is { } campaign)
        {
            sessions = sessions.Where(session => session.CampaignId == campaign);
        }

        if (Kind is { } kind)
        {
            sessions = sessions.Where(session => session.Kind == kind);
        }

        if (Activity is { } activity)
        {
            sessions = sessions.Where(session => session.Plan.Activity == activity);
        }

        if (Extended is { } extended)
        {
            sessions = sessions.Where(session => session.Plan.Extended == extended);
        }

        if (State is not null)
        {
            var state = Problem.OneOf(State, "state", SessionStates.All.ToArray());
            sessions = sessions.Where(session => session.State == state);
        }

        return InPeriod(sessions);
    }

    private IQueryable<Session> InPeriod(IQueryable<Session> sessions)
    {
        if (From is { } first)
        {
            var start = OfficeDay.StartOf(first);
            sessions = sessions.Where(session => session.StartsAt >= start);
        }

        if (To is { } last && last < DateOnly.MaxValue)
        {
            var end = OfficeDay.StartOf(last.AddDays(1));
            sessions = sessions.Where(session => session.StartsAt < end);
        }

        return sessions;
    }

    private IQueryable<Session> AfterCursor(IQueryable<Session> sessions) =>
        Hosting.Requests.Cursor.After<DateTimeOffset, Guid>(Cursor, out var startsAt, out var id)
            ? sessions.Where(session =>
                EF.Functions.LessThan(ValueTuple.Create(session.StartsAt, session.Id), ValueTuple.Create(startsAt, id))
            )
            : sessions;
}
