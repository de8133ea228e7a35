using Campaign.Api;
using Campaign.Api.Organization;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Campaign.Hosting.Sweeps;
using Campaign.ServiceDefaults.Idempotency;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Organization.Import.Jobs;

/// <summary>Large files of members: sent, then followed while they come in.</summary>
public static class ImportJobEndpoints
{
    public static RouteGroupBuilder MapImportJobs(this IEndpointRouteBuilder app)
    {
        var jobs = app.MapGroup("/imports/jobs").WithTags("Imports");
        jobs.MapPost("/members", SendAsync)
            .Accepts<string>("text/csv", "application/octet-stream")
            .AllowBody(RequestLimits.ImportJobs.Bytes)
            .NaturallyIdempotent()
            .Allow(ImportActions.Import);
        jobs.MapGet("/{id:guid}", GetAsync).Allow(OrganizationAccess.Keepers);
        jobs.MapPost("/{id:guid}/cancel", CancelAsync).Refuses(OrganizationProblems.ImportOver).Allow(ImportActions.Cancel);
        return jobs;
    }

    /// <summary>Keeps the file part by part as it arrives; sent twice it comes in twice, the second time without any change.</summary>
    private static async Task<Accepted<ImportJobView>> SendAsync(
        string? fileName,
        bool? dryRun,
        HttpRequest request,
        Caller caller,
        OrganizationDb db,
        WorkSignal<ImportJobRunner> signal,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var job = new ImportJob
        {
            Id = Guid.CreateVersion7(),
            FileName = Problem.Text(fileName ?? "members.csv", "fileName", 200),
            DryRun = dryRun ?? false,
            SentBy = caller.Name,
            Subject = caller.Subject ?? "",
            Paths = [.. caller.Paths],
            ByOperator = caller.Has(Roles.Operator),
            SentAt = time.GetUtcNow(),
        };
        db.ImportJobs.Add(job);
        await db.SaveChangesAsync(ct);
        for (var number = 0; ; number++)
        {
            var part = new byte[ImportPart.Bytes];
            var count = await request.Body.ReadAtLeastAsync(part, part.Length, throwOnEndOfStream: false, ct);
            if (count > 0)
            {
                var content = part.AsMemory(0, count).ToArray();
                await db.Database.ExecuteSqlAsync(
                    $"insert into import_parts (job_id, number, content) values ({job.Id}, {number}, {content})",
                    ct
                );
                job.Bytes += count;
            }

            if (count < part.Length)
            {
                break;
            }
        }

        job.State = ImportJobStates.Waiting;
        await db.SaveChangesAsync(ct);
        signal.Raise();
        return TypedResults.Accepted($"/imports/jobs/{job.Id}", job.View(caller));
    }

    private static async Task<ImportJobView> GetAsync(Guid id, Caller caller, OrganizationDb db, CancellationToken ct) =>
        (await FindAsync(id, caller, db, ct)).View(caller);

    /// <summary>Stops it within seconds; nothing of the file stays.</summary>
    private static async Task<ImportJobView> CancelAsync(Guid id, Caller caller, OrganizationDb db, CancellationToken ct)
    {
        ImportActions.Cancel.Demand(caller, await FindAsync(id, caller, db, ct));
        await db.ImportJobs.Where(job => job.Id == id).ExecuteUpdateAsync(set => set.SetProperty(job => job.CancelAsked, true), ct);
        return (await FindAsync(id, caller, db, ct)).View(caller);
    }

    private static async Task<ImportJob> FindAsync(Guid id, Caller caller, OrganizationDb db, CancellationToken ct) =>
        await db.ImportJobs.AsNoTracking().SingleOrDefaultAsync(job => job.Id == id, ct) is { } job && job.Paths.All(caller.Covers)
            ? job
            : throw Problem.NotFound("import");
}
