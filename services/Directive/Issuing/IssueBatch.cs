using System.Diagnostics;
using Campaign.Api.Directive;
using Campaign.Defaults.Access;
using Campaign.Defaults.Units;
using Campaign.Directives.Assignments;
using Campaign.Directives.Counting;
using Campaign.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Issuing;

/// <summary>One step of a job: the assignments of some hundred units, with their events and counts, in one transaction.</summary>
internal sealed class IssueBatch(DirectiveDb db, IEventLog events, TimeProvider time)
{
    public const int Units = 500;

    private static readonly ActivitySource s_source = new("Campaign.Directive");

    /// <returns>Whether anything was left to do.</returns>
    public async Task<bool> RunAsync(Guid directive, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var job = (await db.IssueJobs
            .FromSql($"select * from issue_job where directive_id = {directive} and finished_at is null for update skip locked")
            .ToListAsync(ct)).SingleOrDefault();
        if (job is null)
        {
            return false;
        }

        using var activity = StartTracing(job);
        var ids = job.Next(Units);
        var units = await db.Units.AsNoTracking().Where(unit => ids.Contains(unit.Id)).ToListAsync(ct);
        var campaign = await db.Directives.Where(row => row.Id == directive).Select(row => row.CampaignId).SingleAsync(ct);
        var requirements = job.ReadRequirements();
        var assignments = units.SelectMany(unit => Ask(unit, job, campaign, requirements)).ToList();
        var created = await InsertAsync(assignments, ct);
        var changes = new List<CountChange>();
        foreach (var assignment in assignments.Where(assignment => created.Contains(assignment.Id)))
        {
            var issued = assignment.Issued();
            events.Append(issued);
            changes.Add(CountChange.Of(assignment, issued));
        }

        await db.CountAsync(CountChange.Sum(changes), ct);
        job.Advance(ids.Length, time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private static IEnumerable<Assignment> Ask(DirectoryUnit unit, IssueJob job, Guid campaign, IReadOnlyList<Requirement> requirements) =>
        requirements.Index()
            .Where(requirement => Addressing.Asks(requirement.Item, unit.Type))
            .Select(requirement => new Assignment
            {
                Id = AssignmentId.Of(job.DirectiveId, unit.Id, requirement.Index),
                DirectiveId = job.DirectiveId,
                CampaignId = campaign,
                UnitId = unit.Id,
                UnitPath = unit.Path,
                District = UnitPath.District(unit.Path),
                Requirement = requirement.Item.Kind,
                Title = requirement.Item.Title,
                DueOn = requirement.Item.DueOn,
                IssuedOn = job.IssuedOn,
            });

    /// <returns>What was not there before.</returns>
    private async Task<HashSet<Guid>> InsertAsync(List<Assignment> assignments, CancellationToken ct)
    {
        var ids = assignments.Select(a => a.Id).ToArray();
        var directives = assignments.Select(a => a.DirectiveId).ToArray();
        var campaigns = assignments.Select(a => a.CampaignId).ToArray();
        var units = assignments.Select(a => a.UnitId).ToArray();
        var paths = assignments.Select(a => a.UnitPath).ToArray();
        var districts = assignments.Select(a => a.District).ToArray();
        var kinds = assignments.Select(a => a.Requirement).ToArray();
        var titles = assignments.Select(a => a.Title).ToArray();
        var due = assignments.Select(a => a.DueOn).ToArray();
        var issued = assignments.Select(a => a.IssuedOn).ToArray();
        var created = await db.Database.SqlQuery<Guid>(
            $"""
             insert into assignments (id, directive_id, campaign_id, unit_id, unit_path, district, requirement, title, due_on, issued_on, state, version)
             select asked.*, {AssignmentStates.Issued}, 1
             from unnest({ids}, {directives}, {campaigns}, {units}, {paths}, {districts}, {kinds}, {titles}, {due}, {issued}) as asked
             on conflict (id) do nothing returning id as "Value"
             """).ToListAsync(ct);
        return [.. created];
    }

    private static Activity? StartTracing(IssueJob job) =>
        ActivityContext.TryParse(job.TraceParent, null, out var parent) ? s_source.StartActivity("issue assignments", ActivityKind.Internal, parent) : null;
}
