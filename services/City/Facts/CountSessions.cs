using Campaign.City.RollUps;
using Campaign.Contracts;
using Campaign.Messaging;

namespace Campaign.City.Facts;

internal sealed class CountSessions(CityDb database) : IEventHandler<SessionScheduled>, IEventHandler<MemberCheckedIn>, IEventHandler<SessionHeld>
{
    public Task HandleAsync(SessionScheduled @event, CancellationToken cancellationToken) =>
        FindOrAddAsync(@event, @event.UnitPath, @event.Kind, @event.Topic, cancellationToken);

    public Task HandleAsync(MemberCheckedIn @event, CancellationToken cancellationToken)
    {
        if (@event.CampaignId is { } campaign)
        {
            database.Deltas.Add(campaign, @event.District, FigureNames.CheckedIn, 1);
        }

        return Task.CompletedTask;
    }

    public async Task HandleAsync(SessionHeld @event, CancellationToken cancellationToken)
    {
        var session = await FindOrAddAsync(@event, @event.UnitPath, @event.Kind, @event.Topic, cancellationToken);
        if (session is null or { HeldOn: not null })
        {
            return;
        }

        (session.HeldOn, session.Expected, session.Present) = (@event.HeldOn, @event.Expected, @event.Present);
        var group = Groups.Of(@event.UnitPath);
        Add(FigureNames.SessionsHeld, 1, @event.Kind);
        Add(FigureNames.Expected, @event.Expected, @event.Kind);
        Add(FigureNames.Attendance, @event.Present, @event.Kind);
        Add(FigureNames.Topics, 1, @event.Topic);
        Add(FigureNames.GroupSessions, 1, group);
        Add(FigureNames.GroupExpected, @event.Expected, group);
        Add(FigureNames.GroupAttendance, @event.Present, group);

        void Add(string name, int value, string key) =>
            database.Deltas.AddOn(@event.HeldOn, session.CampaignId, session.District, name, value, key);
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
            session = new SessionFact { District = @event.District, Id = @event.AggregateId, CampaignId = campaign, UnitPath = unitPath, Kind = kind, Topic = topic };
            database.Sessions.Add(session);
            database.Deltas.Add(campaign, @event.District, FigureNames.SessionsScheduled, 1);
        }

        return session;
    }
}
