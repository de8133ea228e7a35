using Campaign.Api.Imports;
using Campaign.Api.Organization;
using Campaign.Contracts;
using Campaign.Messaging.Log;
using Campaign.Organization.Catalogues;
using Campaign.ServiceDefaults.Audit;
using Campaign.Tables.Imports;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Campaign.Organization.Import.Jobs;

/// <summary>
/// Imports a large file of members part by part in one transaction: memory holds a part, the database forgets everything unless the
/// last row is in. A crash in the middle leaves nothing behind but the job, which then begins anew.
/// </summary>
internal sealed class JobImporter(
    OrganizationDb db,
    NpgsqlDataSource database,
    KnownMemberQuery known,
    ImportWords words,
    IEventLog events,
    IAudit audit,
    CityDay day
)
{
    private const int Part = 5_000;

    /// <param name="job">Read only.</param>
    /// <param name="onRows">Told after each part how many rows were read; answers whether to go on.</param>
    /// <param name="ct">The service stops.</param>
    /// <returns>The report; null when it was cancelled.</returns>
    /// <exception cref="Hosting.Problems.Problem">The file is none, or concerns units outside the sender's.</exception>
    public async Task<ImportReport?> ImportAsync(ImportJob job, Func<int, Task<bool>> onRows, CancellationToken ct)
    {
        await using var file = new JobFile(database, job.Id, job.Bytes);
        var errors = new ImportErrors();
        var total = new ImportPlan(errors);
        var scope = new ImportScope(path => job.Paths.Any(root => UnitPath.IsWithin(path, root)), job.ByOperator);
        var (sexes, statuses) = (await words.SexesAsync(ct), await words.StatusesAsync(ct));
        HashSet<string> districts = [];
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync(
            $"create temporary table import_seen (number text primary key, said integer not null, line integer not null) on commit drop",
            ct
        );
        foreach (var part in ImportTable.Read(file, ImportFiles.Members(sexes, statuses), errors).Chunk(Part))
        {
            var rows = await FreshAsync(part, total, ct);
            var plan = new MemberPlanner(await known.OfAsync(rows, sexes, statuses, ct), errors, scope, day.Today).Plan(rows);
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
            audit.Record(
                "imported",
                nameof(Members.Member),
                job.Id.ToString(),
                new
                {
                    created = total.Created,
                    changed = total.Changed,
                    job.SentBy,
                }
            );
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(CancellationToken.None);
            foreach (var district in districts)
            {
                events.Committed(district);
            }
        }

        return total.Report(job.DryRun);
    }

    /// <summary>The rows whose member no earlier part names; the planner sees what a part says twice.</summary>
    private async Task<List<CsvRow>> FreshAsync(CsvRow[] part, ImportPlan total, CancellationToken ct)
    {
        var earlier = await EarlierAsync([.. part.DistinctBy(row => row["number"])], ct);
        List<CsvRow> fresh = [];
        foreach (var row in part)
        {
            if (!earlier.TryGetValue(row["number"], out var before))
            {
                fresh.Add(row);
                continue;
            }

            total.Rows++;
            if (before.Said == Said(row))
            {
                total.Repeated++;
            }
            else
            {
                total.Errors.Add(row, "number", ImportProblems.SaidOtherwiseBefore, ("line", before.Line));
            }
        }

        return fresh;
    }

    /// <summary>What earlier parts say of the same numbers; a table of the transaction remembers it, so that memory need not.</summary>
    private async Task<Dictionary<string, (int Said, int Line)>> EarlierAsync(IReadOnlyList<CsvRow> rows, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            with part as (select * from unnest($1, $2, $3) as part(number, said, line)),
                 kept as (insert into import_seen select number, said, line from part on conflict do nothing)
            select seen.number, seen.said, seen.line from import_seen seen join part using (number)
            """,
            (NpgsqlConnection)db.Database.GetDbConnection()
        )
        {
            Parameters =
            {
                new() { Value = rows.Select(row => row["number"]).ToArray() },
                new() { Value = rows.Select(Said).ToArray() },
                new() { Value = rows.Select(row => row.Line).ToArray() },
            },
        };
        Dictionary<string, (int Said, int Line)> earlier = [];
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            earlier.Add(reader.GetString(0), (reader.GetInt32(1), reader.GetInt32(2)));
        }

        return earlier;
    }

    private static int Said(CsvRow row) => row.Values.Aggregate(0, (hash, value) => HashCode.Combine(hash, value.Value));
}
