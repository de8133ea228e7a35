using Campaign.City.RollUps;
using Campaign.Contracts;
using Campaign.Messaging.Inbox;

namespace Campaign.City.Facts;

internal sealed class CountSessions(CityDb database)
    : IEventHandler<SessionScheduled>,
        IEventHandler<SessionCancelled>,
        IEventHandler<MemberCheckedIn>,
        IEventHandler<SessionHeld>,
        IEventHandler<AttendanceCorrected>
{
    public Task HandleAsync(SessionScheduled @event, CancellationToken cancellationToken) =>
        FindOrAddAsync(@event, @event.UnitPath, @event.Kind, @event.Topic, cancellationToken);

    public async Task HandleAsync(SessionCancelled @event, CancellationToken cancellationToken)
    {
        var session = await FindOrAddAsync(@event, @event.UnitPath, @event.Kind, @event.Topic, cancellationToken);
        if (session is { Cancelled: false })
        {
            session.Cancelled = true;
            database.Deltas.Add(session.CampaignId, session.District, FigureNames.SessionsScheduled, -1);
        }
    }

    public Task HandleAsync(MemberCheckedIn @event, CancellationToken cancellationToken)
    {
        if (@event.CampaignId is { } campaign)
        {
            database.Deltas.Add(campaign, @event.District, FigureNames.CheckedIn, 1);
        }

        return Task.CompletedTask;
    }

    public async Task HandleAsync(SessionHeld @event, CancellationToken cancellationToken) =>
        Count(
            await FindOrAddAsync(@event, @event.UnitPath, @event.Kind, @event.Topic, cancellationToken),
            @event.HeldOn,
            @event.Topic,
            @event.Expected,
            @event.Present,
            @event.Version
        );

    public async Task HandleAsync(AttendanceCorrected @event, CancellationToken cancellationToken) =>
        Count(
            await FindOrAddAsync(@event, @event.UnitPath, @event.Kind, @event.Topic, cancellationToken),
            @event.HeldOn,
            @event.Topic,
            @event.Expected,
            @event.Present,
            @event.Version
        );

    // a correction that overtakes the close counts the session; what follows counts the difference only
    private void Count(SessionFact? session, DateOnly heldOn, string topic, int expected, int present, long version)
    {
        if (session is null || session.FiguresVersion >= version)
        {
            return;
        }

        var group = Groups.Of(session.UnitPath);
        if (session.HeldOn is null)
        {
            // it may have been changed since it was scheduled
            (session.HeldOn, session.Topic) = (heldOn, topic);
            Add(FigureNames.SessionsHeld, 1, session.Kind);
            Add(FigureNames.Topics, 1, session.Topic);
            Add(FigureNames.GroupSessions, 1, group);
        }

        Add(FigureNames.Expected, expected - session.Expected, session.Kind);
        Add(FigureNames.Attendance, present - session.Present, session.Kind);
        Add(FigureNames.GroupExpected, expected - session.Expected, group);
        Add(FigureNames.GroupAttendance, present - session.Present, group);
        (session.Expected, session.Present, session.FiguresVersion) = (expected, present, version);

        void Add(string name, int value, string key) =>
            database.Deltas.AddOn(heldOn, session.CampaignId, session.District, name, value, key);
    }

    private async Task<SessionFact?> FindOrAddAsync(CampaignEvent @event, string unitPath, string kind, string topic, CancellationToken ct)
    {
        if (@event.CampaignId is not { } campaign)
        {
            return null;
        }

        await database.HoldAsync(@event.District, ct);
        var session = await database.Sessions.FindAsync([@event.District, @event.AggregateId], ct);
        if (session is null)
        {
            session = new SessionFact
            {
                District = @event.District,
                Id = @event.AggregateId,
                CampaignId = campaign,
                UnitPath = unitPath,
                Kind = kind,
                Topic = topic,
            };
            database.Sessions.Add(session);
            database.Deltas.Add(campaign, @event.District, FigureNames.SessionsScheduled, 1);
        }

        return session;
    }
}
