using System.Net.Http.Json;
using System.Text.Json;
using Campaign.Api.Operations;
using Campaign.Messaging.Broker;
using Campaign.Messaging.Inbox;
using Campaign.Messaging.Log;
using Campaign.Messaging.Schema;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Campaign.Messaging.Rebuild;

/// <summary>
/// Carries running rebuilds forward, page by page: a page's effects and the place reached are one transaction, so that it goes
/// on where it stopped, in whichever replica. Publishers that are away are asked again.
/// </summary>
internal sealed class RebuildRunner(
    NpgsqlDataSource database,
    SchemaInstaller schema,
    Rebuilds rebuilds,
    ProjectionRegistry registry,
    PackProcessor processor,
    IHttpClientFactory http,
    MessagingOptions options,
    ILogger<RebuildRunner> logger
) : BackgroundService
{
    private const int LockSpace = 0x72656275;
    private const int PageSize = 500;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (registry.Projections.All(projection => projection.ResetSql is null))
        {
            return;
        }

        await schema.Ready.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var running in (await rebuilds.ProgressAsync(stoppingToken)).Where(rebuild => rebuild.State == "running"))
                {
                    await RunAsync(running, stoppingToken);
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("Rebuilds wait: {Reason}", exception.Message);
            }

            await Task.Delay(options.PollInterval, stoppingToken);
        }
    }

    private async Task RunAsync(RebuildProgress rebuild, CancellationToken stoppingToken)
    {
        await using var connection = await database.OpenConnectionAsync(stoppingToken);
        await using var claim = new NpgsqlCommand($"select pg_try_advisory_lock({LockSpace}, hashtext($1))", connection);
        claim.Parameters.Add(new() { Value = rebuild.Projection });
        if (await claim.ExecuteScalarAsync(stoppingToken) is not true)
        {
            return;
        }

        try
        {
            var projection = registry.Find(rebuild.Projection);
            if (projection is null)
            {
                await rebuilds.FinishAsync(rebuild.Projection, "failed", "This service has no such projection any more.", stoppingToken);
                return;
            }

            foreach (var source in rebuild.Sources)
            {
                await ReadAsync(projection, source, stoppingToken);
            }

            await rebuilds.FinishAsync(rebuild.Projection, "completed", null, stoppingToken);
        }
        catch (RebuildStoppedException)
        {
            logger.LogInformation("Rebuild of {Projection} was cancelled", rebuild.Projection);
        }
        catch (Exception exception)
            when (exception is HttpRequestException or JsonException
                || (exception is TaskCanceledException && !stoppingToken.IsCancellationRequested)
            )
        {
            await ReportAsync(
                connection,
                rebuild.Projection,
                $"A publisher's log cannot be read and is asked again: {exception.Message}",
                stoppingToken
            );
        }
        finally
        {
            await using var release = new NpgsqlCommand($"select pg_advisory_unlock({LockSpace}, hashtext($1))", connection);
            release.Parameters.Add(new() { Value = rebuild.Projection });
            await release.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }

    private async Task ReadAsync(Projection projection, RebuildSource source, CancellationToken stoppingToken)
    {
        using var client = http.CreateClient(MessagingExtensions.LogClientName(source.Publisher));
        var (after, until) = (source.After, source.Until);
        while (until is null || after < until)
        {
            // of every district: replicas that consume others share the tables, and all of them were emptied
            var page = await client.GetFromJsonAsync<LogPage>(
                $"operations/messaging/log?after={after}&limit={PageSize}",
                EventJson.Options,
                stoppingToken
            ) ?? throw new HttpRequestException("The publisher answered with nothing.");
            until ??= page.Head;
            var step = new Step(source.Publisher, after, page.Next, until.Value, page.Events.Count);
            await processor.ApplyAsync(
                Deliveries(projection, page),
                db => AdvanceAsync(db, projection, step, stoppingToken),
                repeated: true,
                stoppingToken
            );
            if (page.Next == after && after < until)
            {
                // a long transaction at the publisher holds the end of its log back
                await Task.Delay(options.PollInterval, stoppingToken);
            }

            after = page.Next;
        }
    }

    private List<Delivery> Deliveries(Projection projection, LogPage page)
    {
        List<Delivery> deliveries = [];
        foreach (var entry in page.Events)
        {
            if (registry.TypeOf(entry.Type) is { } type && projection.HandlersOf(type).Any())
            {
                var packed = new PackedEvent
                {
                    Id = entry.Id,
                    Type = entry.Type,
                    RecordedAt = entry.RecordedAt,
                    TraceParent = null,
                    Payload = entry.Payload,
                };
                var (read, unreadable) = Delivery.Read(packed, type);
                deliveries.Add(new Delivery(entry.District, projection, packed, read, unreadable));
            }
        }

        return deliveries;
    }

    private static async Task AdvanceAsync(MessagingDb db, Projection projection, Step step, CancellationToken cancellationToken)
    {
        await using var command = db.Command(
            """
            with running as (
                update messaging.rebuild set problem = null where projection = $1 and state = 'running' returning projection
            )
            update messaging.rebuild_source set after = $4, until = $5, events = events + $6
            where projection = $1 and publisher = $2 and after = $3 and exists (select from running)
            """,
            new NpgsqlParameter { Value = projection.Name },
            new NpgsqlParameter { Value = step.Publisher },
            new NpgsqlParameter { Value = step.From },
            new NpgsqlParameter { Value = step.To },
            new NpgsqlParameter { Value = step.Until },
            new NpgsqlParameter { Value = step.Events }
        );
        if (await command.ExecuteNonQueryAsync(cancellationToken) == 0)
        {
            throw new RebuildStoppedException();
        }
    }

    private static async Task ReportAsync(
        NpgsqlConnection connection,
        string projection,
        string problem,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(
            "update messaging.rebuild set problem = $2 where projection = $1 and state = 'running'",
            connection
        );
        command.Parameters.Add(new() { Value = projection });
        command.Parameters.Add(new() { Value = problem });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private sealed record Step(string Publisher, long From, long To, long Until, int Events);
}

/// <summary>The rebuild was cancelled, or started anew, since its page was read.</summary>
internal sealed class RebuildStoppedException : Exception;
