using System.Diagnostics;
using Campaign.Directories.Units;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Issuing;

/// <summary>One step of a job: the assignments of some hundred units, with their events and figures, in one transaction.</summary>
internal sealed class IssueBatch(DirectiveDb db, NewAssignments assignments, RecallReplaced outdated, TimeProvider time)
{
    public const int Units = 500;

    private static readonly ActivitySource s_source = new("Campaign.Directive");

    /// <summary>The directive of the job that is at work.</summary>
    public Guid? Directive { get; private set; }

    /// <summary>The job that has waited longest; what another replica is at is passed over.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> RunNextAsync(CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var job = (
            await db
                .IssueJobs.FromSql(
                    $"""
                    select * from issue_job where finished_at is null and not_before <= {time.GetUtcNow()} order by not_before
                    limit 1 for update skip locked
                    """
                )
                .ToListAsync(ct)
        ).SingleOrDefault();
        if (job is null)
        {
            return false;
        }

        Directive = job.DirectiveId;
        using var activity = StartTracing(job);
        var document = await db.Directives.AsNoTracking().SingleAsync(row => row.Id == job.DirectiveId, ct);
        if (document.ReplacedById is not null)
        {
            // outdated before everybody was asked: the later document asks
            job.Finish(time.GetUtcNow());
        }
        else
        {
            await AskNextAsync(job, document.CampaignId, ct);
            if (job.HasAskedAll && !await outdated.RecallNextAsync(document, ct))
            {
                job.Finish(time.GetUtcNow());
            }
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private async Task AskNextAsync(IssueJob job, Guid campaign, CancellationToken ct)
    {
        var ids = job.Next(Units);
        var units = await StillThereAsync(await db.Units.AsNoTracking().Where(unit => ids.Contains(unit.Id)).ToListAsync(ct), ct);
        var requirements = job.ReadRequirements();
        await assignments.AddAsync(units.SelectMany(unit => NewAssignments.Of(job, unit, campaign, requirements, job.IssuedOn)), ct);
        job.Advance(ids.Length);
    }

    /// <summary>Who has ended since the directive was issued is not asked any more; who goes on in its place is.</summary>
    private async Task<IEnumerable<DirectoryUnit>> StillThereAsync(List<DirectoryUnit> units, CancellationToken ct)
    {
        var today = time.Today();
        for (var i = 0; i < units.Count; i++)
        {
            if (!units[i].HoldsOn(today))
            {
                units[i] = await db.GoesOnAtAsync(units[i].Id, ct) ?? units[i];
            }
        }

        return units.Where(unit => unit.HoldsOn(today)).DistinctBy(unit => unit.Id);
    }

    private static Activity? StartTracing(IssueJob job) =>
        ActivityContext.TryParse(job.TraceParent, null, out var parent)
            ? s_source.StartActivity("issue assignments", ActivityKind.Internal, parent)
            : null;
}
