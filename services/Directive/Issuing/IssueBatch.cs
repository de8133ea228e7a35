using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Issuing;

/// <summary>One step of a job: the assignments of some hundred units, with their events and figures, in one transaction.</summary>
internal sealed class IssueBatch(DirectiveDb db, Asking asking, RecallReplaced outdated, TimeProvider time)
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
        var document = await db.Directives.AsNoTracking().SingleAsync(row => row.Id == directive, ct);
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
        var units = await db.Units.AsNoTracking().Where(unit => ids.Contains(unit.Id)).ToListAsync(ct);
        var requirements = job.ReadRequirements();
        await asking.AskAsync(units.SelectMany(unit => Asking.Of(job, unit, campaign, requirements, job.IssuedOn)), ct);
        job.Advance(ids.Length);
    }

    private static Activity? StartTracing(IssueJob job) =>
        ActivityContext.TryParse(job.TraceParent, null, out var parent) ? s_source.StartActivity("issue assignments", ActivityKind.Internal, parent) : null;
}
