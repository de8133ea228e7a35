using Campaign.Api.Organization;
using Campaign.Contracts;
using Campaign.Defaults.Access;
using Campaign.Defaults.Problems;
using Campaign.Messaging;

namespace Campaign.Organization.Import;

internal static class ImportScopes
{
    private const int NamedLines = 10;

    public static ImportScope Of(Caller caller) => new(Covering([.. caller.Paths]), caller.Has(Roles.Operator));

    /// <summary>Writes everything and its events in one transaction, or nothing.</summary>
    /// <exception cref="Problem"><c>outside-your-units</c>: some line concerns a unit that the caller does not cover.</exception>
    public static async Task<ImportReport> CarryOutAsync(
        this ImportPlan plan, OrganizationDb db, IEventLog events, bool dryRun, CancellationToken ct)
    {
        if (plan.Outside.Count > 0)
        {
            var lines = string.Join(", ", plan.Outside.Take(NamedLines)) + (plan.Outside.Count > NamedLines ? ", …" : "");
            throw new Problem("outside-your-units", 403,
                $"{plan.Outside.Count} line(s) concern units outside those that your posts cover: {lines}. Take them out, or ask an officer of these units.");
        }

        if (plan.Errors.Count > 0 || dryRun)
        {
            // changes of tracked entities are forgotten with the context: nothing of the plan may reach a later SaveChanges
            db.ChangeTracker.Clear();
            return plan.Report(dryRun);
        }

        db.AddRange(plan.Added);
        foreach (var @event in plan.Events)
        {
            events.Append(@event);
        }

        await db.SaveChangesAsync(ct);
        return plan.Report(dryRun);
    }

    private static Func<string, bool> Covering(string[] paths) => path => paths.Any(root => UnitPath.IsWithin(path, root));
}
