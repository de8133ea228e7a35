using Campaign.Api.Session;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Sessions.Acting;
using Campaign.Sessions.Attendance;
using Campaign.Sessions.Scheduling;
using Campaign.Time;

namespace Campaign.Sessions.AttendanceReports;

/// <summary>What a report is asked for: a subtree, days as counted in Hanoi, and perhaps one kind of session.</summary>
/// <param name="Under">The unit; the caller covers it.</param>
/// <param name="To">Included; at most 400 days after <paramref name="From"/>.</param>
public sealed record ReportPeriod(string Under, DateOnly From, DateOnly To, string? Kind)
{
    private const int MaxDays = 400;

    internal DateOnly FirstQuarter => AttendancePartition.QuarterOf(Start);

    internal DateOnly LastQuarter => AttendancePartition.QuarterOf(OfficeDay.StartOf(To));

    internal DateTimeOffset Start => OfficeDay.StartOf(From);

    internal DateTimeOffset End => OfficeDay.StartOf(To.AddDays(1));

    /// <exception cref="Problem"><c>invalid-request</c>, <c>outside-your-units</c>.</exception>
    internal async Task DemandAsync(Caller caller, SessionDb database, CancellationToken ct)
    {
        Period.Demand(From, To, MaxDays + 1);
        await database.KnownKindAsync(Kind, ct);
        UnitActions.ReadReports.Demand(caller, Problem.Text(Under, "under", 600));
    }

    /// <summary>The sessions of the subtree that were held in these days.</summary>
    internal IQueryable<Session> HeldWithin(IQueryable<Session> sessions)
    {
        var (start, end) = (Start, End);
        sessions = sessions
            .Within([Under], session => session.UnitPath)
            .Where(session =>
                session.State == SessionStates.Held
                && session.Quarter >= FirstQuarter
                && session.Quarter <= LastQuarter
                && session.StartsAt >= start
                && session.StartsAt < end
            );
        return Kind is { } kind ? sessions.Where(session => session.Kind == kind) : sessions;
    }
}
