using System.Security.Cryptography;
using System.Text;
using Campaign.Api.Problems;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.ServiceDefaults.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.ServiceDefaults.Idempotency;

/// <summary>Marks a POST whose effect is keyed by its own data, so that a repeat changes nothing without a stored answer.</summary>
public sealed class NaturallyIdempotent
{
    public static readonly NaturallyIdempotent Instance = new();
}

public static class IdempotencyExtensions
{
    public static TBuilder NaturallyIdempotent<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.WithMetadata(Idempotency.NaturallyIdempotent.Instance);
        return builder;
    }
}

/// <summary>
/// A POST with an <c>Idempotency-Key</c> has its effect once: key, effect and answer are stored in one transaction;
/// a repeat gets the stored answer, and one that comes while the first is under way waits for it.
/// </summary>
internal sealed class IdempotencyMiddleware(RequestDelegate next)
{
    private const string Header = "Idempotency-Key";

    public async Task InvokeAsync(HttpContext context)
    {
        var key = context.Request.Headers[Header].ToString();
        if (
            !HttpMethods.IsPost(context.Request.Method)
            || key.Length == 0
            || context.GetEndpoint()?.Metadata.GetMetadata<NaturallyIdempotent>() is not null
            || context.RequestServices.GetRequiredService<Caller>().Subject is not { } subject
            || context.RequestServices.GetService<CampaignDbContext>() is not { } database
        )
        {
            await next(context);
            return;
        }

        Problem.Unless(key.Length <= 100, Header, FieldCodes.TooLong, ("max", 100));
        var hash = await HashAsync(context.Request);
        // claimed without a look before: almost every key is new
        await using var transaction = await database.Database.BeginTransactionAsync(context.RequestAborted);
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var claimed = await database.Database.ExecuteSqlAsync(
            $"""
            insert into idempotency_keys (subject, key, request, at, status, body) values ({subject}, {key}, {hash}, {now}, 0,
            ''::bytea) on conflict do nothing
            """,
            context.RequestAborted
        );
        if (claimed == 0)
        {
            await transaction.RollbackAsync(context.RequestAborted);
            await ReplayAsync(context, (await FindAsync(database, subject, key))!, hash);
            return;
        }

        await RunAsync(context, database, transaction, subject, key);
    }

    private async Task RunAsync(
        HttpContext context,
        CampaignDbContext database,
        IDbContextTransaction transaction,
        string subject,
        string key
    )
    {
        var body = context.Response.Body;
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        var response = context.Response;
        if (response.StatusCode is >= 200 and < 300)
        {
            // SQL as it is: every POST passes here, and an expression would be translated each time
            await database.Database.ExecuteSqlAsync(
                $"""
                update idempotency_keys set status = {response.StatusCode}, content_type = {response.ContentType},
                    location = {response.Headers.Location.ToString()}, etag = {response.Headers.ETag.ToString()}, body = {answer.ToArray()}
                where subject = {subject} and key = {key}
                """,
                CancellationToken.None
            );
            await transaction.CommitAsync(CancellationToken.None);
            database.Committed();
        }
        else
        {
            await transaction.RollbackAsync(CancellationToken.None);
        }

        answer.Position = 0;
        await answer.CopyToAsync(body, context.RequestAborted);
    }

    private static Task<IdempotencyRecord?> FindAsync(CampaignDbContext database, string subject, string key) =>
        database.IdempotencyKeys.AsNoTracking().SingleOrDefaultAsync(record => record.Subject == subject && record.Key == key);

    private static async Task ReplayAsync(HttpContext context, IdempotencyRecord stored, byte[] hash)
    {
        if (!stored.Request.AsSpan().SequenceEqual(hash))
        {
            throw new Problem(SharedProblems.IdempotencyKeyReused);
        }

        context.Response.StatusCode = stored.Status;
        context.Response.ContentType = stored.ContentType;
        if (!string.IsNullOrEmpty(stored.Location))
        {
            context.Response.Headers.Location = stored.Location;
        }

        if (!string.IsNullOrEmpty(stored.Etag))
        {
            context.Response.Headers.ETag = stored.Etag;
        }

        context.Response.Headers["Idempotency-Replayed"] = "true";
        await context.Response.Body.WriteAsync(stored.Body, context.RequestAborted);
    }

    private static async Task<byte[]> HashAsync(HttpRequest request)
    {
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Path}{request.QueryString}\n"));
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            hash.AppendData(buffer, 0, read);
        }

        request.Body.Position = 0;
        return hash.GetHashAndReset();
    }
}
