using Campaign.City.RollUps;
using Campaign.Contracts;
using Campaign.Messaging.Inbox;

namespace Campaign.City.Facts;

internal sealed class CountAssignments(CityDb database)
    : IEventHandler<AssignmentIssued>,
        IEventHandler<AssignmentAcknowledged>,
        IEventHandler<AssignmentCompleted>,
        IEventHandler<AssignmentOverdue>,
        IEventHandler<AssignmentReturned>,
        IEventHandler<AssignmentRecalled>,
        IEventHandler<AssignmentExtended>
{
    public async Task HandleAsync(AssignmentIssued @event, CancellationToken cancellationToken)
    {
        await ChangeAsync(@event, @event.DirectiveId, @event.UnitPath, assignment => assignment.Issued = true, cancellationToken);
        await AddressAsync(@event, @event.UnitId, reached: false, cancellationToken);
    }

    public async Task HandleAsync(AssignmentAcknowledged @event, CancellationToken cancellationToken)
    {
        await ChangeAsync(@event, @event.DirectiveId, @event.UnitPath, assignment => assignment.Acknowledged = true, cancellationToken);
        await AddressAsync(@event, @event.UnitId, reached: true, cancellationToken);
    }

    public Task HandleAsync(AssignmentCompleted @event, CancellationToken cancellationToken) =>
        ChangeAsync(
            @event,
            @event.DirectiveId,
            @event.UnitPath,
            assignment => Complete(assignment, @event, true, @event.OnTime),
            cancellationToken
        );

    public Task HandleAsync(AssignmentOverdue @event, CancellationToken cancellationToken) =>
        ChangeAsync(@event, @event.DirectiveId, @event.UnitPath, assignment => PassDueDay(assignment, @event, true), cancellationToken);

    public Task HandleAsync(AssignmentReturned @event, CancellationToken cancellationToken) =>
        ChangeAsync(
            @event,
            @event.DirectiveId,
            @event.UnitPath,
            assignment =>
            {
                Complete(assignment, @event, false, false);
                PassDueDay(assignment, @event, false);
            },
            cancellationToken
        );

    public Task HandleAsync(AssignmentRecalled @event, CancellationToken cancellationToken) =>
        ChangeAsync(@event, @event.DirectiveId, @event.UnitPath, assignment => assignment.Recalled = true, cancellationToken);

    public Task HandleAsync(AssignmentExtended @event, CancellationToken cancellationToken) =>
        ChangeAsync(@event, @event.DirectiveId, @event.UnitPath, assignment => PassDueDay(assignment, @event, false), cancellationToken);

    private static void Complete(AssignmentFact assignment, CampaignEvent @event, bool completed, bool onTime)
    {
        if (assignment.CompletedVersion < @event.Version)
        {
            (assignment.CompletedVersion, assignment.Completed, assignment.OnTime) = (@event.Version, completed, onTime);
        }
    }

    private static void PassDueDay(AssignmentFact assignment, CampaignEvent @event, bool passed)
    {
        if (assignment.OverdueVersion < @event.Version)
        {
            (assignment.OverdueVersion, assignment.PassedDueDay) = (@event.Version, passed);
        }
    }

    private async Task ChangeAsync(
        CampaignEvent @event,
        Guid directive,
        string unitPath,
        Action<AssignmentFact> change,
        CancellationToken ct
    )
    {
        if (@event.CampaignId is not { } campaign)
        {
            return;
        }

        await database.HoldAsync(@event.District, ct);
        var assignment = await database.Assignments.FindAsync([@event.District, @event.AggregateId], ct);
        if (assignment is null)
        {
            assignment = new AssignmentFact
            {
                District = @event.District,
                Id = @event.AggregateId,
                CampaignId = campaign,
                DirectiveId = directive,
                UnitPath = unitPath,
            };
            database.Assignments.Add(assignment);
        }

        Count(assignment, -1);
        change(assignment);
        Count(assignment, +1);
    }

    private void Count(AssignmentFact assignment, int sign)
    {
        var group = Groups.Of(assignment.UnitPath);
        Add(FigureNames.Assignments, assignment.Issued);
        Add(FigureNames.GroupAssignments, assignment.Issued, group);
        Add(FigureNames.Acknowledged, assignment.Acknowledged);
        Add(FigureNames.Completed, assignment.Completed);
        Add(FigureNames.GroupCompleted, assignment.Completed, group);
        Add(FigureNames.CompletedOnTime, assignment.Completed && assignment.OnTime);
        Add(FigureNames.Overdue, assignment.IsOverdue);

        void Add(string name, bool counts, string key = "") =>
            database.Deltas.Add(assignment.CampaignId, assignment.District, name, counts && !assignment.Recalled ? sign : 0, key);
    }

    private async Task AddressAsync(CampaignEvent @event, Guid unitId, bool reached, CancellationToken ct)
    {
        if (@event.CampaignId is not { } campaign)
        {
            return;
        }

        await database.HoldAsync(@event.District, ct);
        var unit = await database.AddressedUnits.FindAsync([@event.District, campaign, unitId], ct);
        if (unit is null)
        {
            unit = new AddressedUnit
            {
                District = @event.District,
                CampaignId = campaign,
                UnitId = unitId,
            };
            database.AddressedUnits.Add(unit);
            database.Deltas.Add(campaign, @event.District, FigureNames.UnitsAddressed, 1);
        }

        if (reached && !unit.Reached)
        {
            unit.Reached = true;
            database.Deltas.Add(campaign, @event.District, FigureNames.UnitsReached, 1);
        }
    }
}
