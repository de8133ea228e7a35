using System.Text.Json;
using Campaign.Api.Organization;
using Campaign.Api.Problems;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Sweeps;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Campaign.Organization.Import.Jobs;

/// <summary>Imports the files that wait, one at a time in the order of their arrival, whichever replica is free.</summary>
internal sealed class ImportJobRunner(SweepServices services, WorkSignal<ImportJobRunner> signal, NpgsqlDataSource database)
    : Sweep(services)
{
    private const long Turn = 0x494D_504F_5254;

    protected override TimeSpan Every => TimeSpan.FromSeconds(30);

    protected override async Task RoundAsync(CancellationToken ct)
    {
        while (await RunNextAsync(ct)) { }
    }

    protected override Task PauseAsync(TimeSpan rest, CancellationToken ct) => signal.WaitAsync(rest, ct);

    private async Task<bool> RunNextAsync(CancellationToken ct)
    {
        // held by the connection: a replica that dies gives its turn away, and what it had begun begins anew
        await using var turn = await database.OpenConnectionAsync(ct);
        await using var ask = new NpgsqlCommand($"select pg_try_advisory_lock({Turn})", turn);
        if (await ask.ExecuteScalarAsync(ct) is not true)
        {
            return false;
        }

        try
        {
            await using var scope = Scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<OrganizationDb>();
            await db.Database.ExecuteSqlAsync(
                $"delete from import_jobs where state = {ImportJobStates.Arriving} and sent_at < now() - interval '1 day'",
                ct
            );
            var job = await db
                .ImportJobs.AsNoTracking()
                .Where(job => job.State == ImportJobStates.Waiting || job.State == ImportJobStates.Running)
                .OrderBy(job => job.SentAt)
                .FirstOrDefaultAsync(ct);
            if (job is null)
            {
                return false;
            }

            await ImportAsync(job, scope.ServiceProvider.GetRequiredService<JobImporter>(), ct);
            return true;
        }
        finally
        {
            await using var give = new NpgsqlCommand($"select pg_advisory_unlock({Turn})", turn);
            await give.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }

    private async Task ImportAsync(ImportJob job, JobImporter importer, CancellationToken ct)
    {
        try
        {
            var report = await importer.ImportAsync(job, rows => GoesOnAsync(job.Id, rows, ct), ct);
            await OverAsync(
                job.Id,
                report is null ? ImportJobStates.Cancelled
                    : report.ErrorCount > 0 ? ImportJobStates.Refused
                    : ImportJobStates.Done,
                report,
                null,
                ct
            );
        }
        catch (Problem problem)
        {
            await OverAsync(job.Id, ImportJobStates.Failed, null, problem.View(), ct);
        }
    }

    /// <summary>Keeps the progress outside the import's transaction, where others see it.</summary>
    private async Task<bool> GoesOnAsync(Guid id, int rows, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "update import_jobs set state = 'running', rows = $2 where id = $1 returning cancel_asked"
        );
        command.Parameters.AddWithValue(id);
        command.Parameters.AddWithValue(rows);
        return await command.ExecuteScalarAsync(ct) is false;
    }

    private async Task OverAsync(Guid id, string state, ImportReport? report, ProblemView? problem, CancellationToken ct)
    {
        await using var scope = Scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OrganizationDb>();
        var (told, why) = (Json(report), Json(problem));
        await db.Database.ExecuteSqlAsync(
            $"""
            update import_jobs set state = {state}, report = {told}, problem = {why} where id = {id};
            delete from import_parts where job_id = {id}
            """,
            ct
        );
    }

    private static string? Json<T>(T? value) => value is null ? null : JsonSerializer.Serialize(value, JsonSerializerOptions.Web);
}
