using Campaign.Api.Organization;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Messaging.Log;
using Campaign.Organization.Members;
using Campaign.Organization.Posts;
using Campaign.Organization.Units;
using Campaign.ServiceDefaults.Audit;

namespace Campaign.Organization.Import;

internal static class ImportScopes
{
    private const int NamedLines = 10;

    public static ImportScope Of(Caller caller) => new(Covering([.. caller.Paths]), caller.Has(Roles.Operator));

    /// <summary>Writes everything and its events in one transaction, or nothing.</summary>
    /// <exception cref="Problem"><c>lines-outside-your-units</c>: some line concerns a unit that the caller does not cover.</exception>
    public static async Task<ImportReport> CarryOutAsync(
        this ImportPlan plan,
        OrganizationDb db,
        IEventLog events,
        IAudit audit,
        bool dryRun,
        CancellationToken ct
    )
    {
        plan.DemandInside();
        if (plan.Errors.Count > 0 || dryRun)
        {
            // changes of tracked entities are forgotten with the context: nothing of the plan may reach a later SaveChanges
            db.ChangeTracker.Clear();
            return plan.Report(dryRun);
        }

        foreach (var kind in plan.Added.GroupBy(entity => entity.GetType().Name))
        {
            audit.Record("added", kind.Key, "*", new { count = kind.Count(), import = true });
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await plan.WriteAsync(db, events, ct);
        await db.SaveChangesAsync(ct);
        await db.CorrectAsync([.. plan.Corrected], ct);
        await transaction.CommitAsync(ct);
        foreach (var district in plan.Events.Select(@event => @event.District).Distinct())
        {
            events.Committed(district);
        }

        return plan.Report(dryRun);
    }

    /// <exception cref="Problem"><c>lines-outside-your-units</c>: some line concerns a unit that the caller does not cover.</exception>
    public static void DemandInside(this ImportPlan plan)
    {
        if (plan.Outside.Count > 0)
        {
            var lines = plan.Outside.Order().Take(NamedLines).ToArray();
            throw new Problem(OrganizationProblems.LinesOutsideYourUnits, ("count", plan.Outside.Count), ("lines", lines));
        }
    }

    /// <summary>New rows and the events by COPY; what the context tracks waits for its SaveChanges. Call inside a transaction.</summary>
    public static async Task WriteAsync(this ImportPlan plan, OrganizationDb db, IEventLog events, CancellationToken ct)
    {
        await db.CopyAsync(plan.Added.OfType<Unit>().ToList(), ct);
        await db.CopyAsync(plan.Added.OfType<Unit>().Select(UnitVersion.Of).ToList(), ct);
        await db.CopyAsync(plan.Added.OfType<Member>().ToList(), ct);
        await db.CopyAsync(plan.Added.OfType<MemberPeriod>().ToList(), ct);
        await db.CopyAsync(plan.Added.OfType<MemberPost>().ToList(), ct);
        await db.CopyAsync(plan.Events.Select(events.Serialise).ToList(), ct);
    }

    private static Func<string, bool> Covering(string[] paths) => path => paths.Any(root => UnitPath.IsWithin(path, root));
}
