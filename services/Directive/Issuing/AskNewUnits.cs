using Campaign.Contracts;
using Campaign.Directories.Units;
using Campaign.Messaging.Inbox;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Issuing;

/// <summary>
/// A unit that is created in, or moved into, the subtree of an addressing rule is asked for what is not due yet, like those
/// that were there at the time. A unit that leaves keeps what it was asked for; one that goes on in others' place takes over
/// what they have open, and is not asked a second time. A projection of its own: building the unit
/// directory anew asks nobody.
/// </summary>
internal sealed class AskNewUnits(DirectiveDb db, NewAssignments assignments, TimeProvider time) : IEventHandler<UnitChanged>
{
    public async Task HandleAsync(UnitChanged @event, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var known = await db.Units.FindAsync([@event.AggregateId], cancellationToken);
        if (known?.Version > @event.Version || @event.ValidFrom > today || @event.ValidTo <= today || @event.Succeeds)
        {
            return;
        }

        await IssueGate.PassAsync(db, cancellationToken);
        var unit = Unit(@event);
        var predecessors = await PredecessorsAsync(@event, cancellationToken);
        foreach (var (job, campaign) in await RulesAsync(unit, cancellationToken))
        {
            if (predecessors.Exists(path => UnitPath.IsWithin(path, job.RuleUnder!)))
            {
                continue;
            }

            var open = NewAssignments.Of(job, unit, campaign, job.ReadRequirements(), today).Where(assignment => assignment.DueOn >= today);
            if (await assignments.AddAsync(open, cancellationToken) > 0)
            {
                await db
                    .Directives.Where(directive => directive.Id == job.DirectiveId)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(directive => directive.Units, directive => directive.Units + 1),
                        cancellationToken
                    );
            }
        }
    }

    // a new unit that succeeds others says so itself
    private async Task<List<string>> PredecessorsAsync(UnitChanged @event, CancellationToken ct) =>
        @event.Version == 1
            ? []
            : await db.Units.Where(unit => unit.SuccessorId == @event.AggregateId).Select(unit => unit.Path).ToListAsync(ct);

    private async Task<List<(IssueJob Job, Guid Campaign)>> RulesAsync(DirectoryUnit unit, CancellationToken ct)
    {
        string[] roots = [.. DirectiveAccess.UnitsAbove(unit.Path), unit.Path];
        var rules = await db
            .IssueJobs.AsNoTracking()
            .Where(job => roots.Contains(job.RuleUnder) && (job.RuleTypes!.Length == 0 || job.RuleTypes.Contains(unit.Type)))
            .Join(
                db.Directives.Where(directive => directive.ReplacedById == null),
                job => job.DirectiveId,
                directive => directive.Id,
                (job, directive) =>
                    new
                    {
                        job.DirectiveId,
                        job.RuleUnder,
                        job.Requirements,
                        job.IssuedOn,
                        job.CreatedAt,
                        directive.CampaignId,
                    }
            )
            .ToListAsync(ct);
        return
        [
            .. rules.Select(rule =>
                (
                    new IssueJob
                    {
                        DirectiveId = rule.DirectiveId,
                        RuleUnder = rule.RuleUnder,
                        UnitIds = [],
                        Requirements = rule.Requirements,
                        IssuedOn = rule.IssuedOn,
                        CreatedAt = rule.CreatedAt,
                        NotBefore = rule.CreatedAt,
                    },
                    rule.CampaignId
                )
            ),
        ];
    }

    private static DirectoryUnit Unit(UnitChanged @event) =>
        new()
        {
            Id = @event.AggregateId,
            Code = @event.Code,
            Name = @event.Name,
            ShortName = @event.ShortName,
            Type = @event.Type,
            Path = @event.Path,
            District = @event.District,
            ValidFrom = @event.ValidFrom,
            ValidTo = @event.ValidTo,
            Version = @event.Version,
        };
}
