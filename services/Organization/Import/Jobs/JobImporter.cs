using Campaign.Api.Organization;
using Campaign.Defaults.Access;
using Campaign.Defaults.Audit;
using Campaign.Messaging;
using Npgsql;

namespace Campaign.Organization.Import.Jobs;

/// <summary>
/// Imports a large file of members part by part in one transaction: memory holds a part, the database forgets everything unless the
/// last row is in. A crash in the middle leaves nothing behind but the job, which then begins anew.
/// </summary>
internal sealed class JobImporter(OrganizationDb db, NpgsqlDataSource database, KnownMemberQuery known, IEventLog events, IAudit audit, CityDay day)
{
    private const int Part = 5_000;

    /// <param name="job">Read only.</param>
    /// <param name="onRows">Told after each part how many rows were read; answers whether to go on.</param>
    /// <param name="ct">The service stops.</param>
    /// <returns>The report; null when it was cancelled.</returns>
    /// <exception cref="Defaults.Problems.Problem">The file is none, or concerns units outside the sender's.</exception>
    public async Task<ImportReport?> ImportAsync(ImportJob job, Func<int, Task<bool>> onRows, CancellationToken ct)
    {
        await using var file = new JobFile(database, job.Id, job.Bytes);
        var errors = new ImportErrors();
        var total = new ImportPlan(errors);
        var scope = new ImportScope(path => job.Paths.Any(root => UnitPath.IsWithin(path, root)), job.ByOperator);
        HashSet<string> districts = [];
        HashSet<string> numbers = [];
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var rows in ImportTable.Read(file, ImportColumns.Members, errors).Chunk(Part))
        {
            var plan = new MemberPlanner(await known.OfAsync(rows, ct), errors, scope, day.Today).Plan(rows);
            foreach (var row in rows.DistinctBy(row => row["number"]).Where(row => !numbers.Add(row["number"])))
            {
                // within a part the planner sees it
                errors.Add(row, "number", "The member stands in an earlier line already.", "Keep one of the two lines.");
            }

            total.Add(plan);
            if (errors.Count == 0 && total.Outside.Count == 0 && !job.DryRun)
            {
                await plan.WriteAsync(db, events, ct);
                await db.SaveChangesAsync(ct);
                districts.UnionWith(plan.Events.Select(@event => @event.District));
            }

            db.ChangeTracker.Clear();
            if (!await onRows(total.Rows))
            {
                return null;
            }
        }

        total.DemandInside();
        if (errors.Count == 0 && !job.DryRun)
        {
            audit.Record("imported", nameof(Members.Member), job.Id.ToString(), new { created = total.Created, changed = total.Changed, job.SentBy });
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(CancellationToken.None);
            foreach (var district in districts)
            {
                events.Committed(district);
            }
        }

        return total.Report(job.DryRun);
    }
}
