using Campaign.Hosting.Database;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Issuing;

/// <summary>
/// Carries out issue jobs, batch by batch, also those that another process left behind: woken by the request that issued,
/// with polling behind it. Replicas share the jobs by row locks.
/// </summary>
internal sealed class IssueJobRunner(IServiceScopeFactory scopes, DatabaseStart start, IssueSignal signal, TimeProvider time, ILogger<IssueJobRunner> logger)
    : BackgroundService
{
    private static readonly TimeSpan s_poll = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await start.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await RunNextAsync(stoppingToken))
                {
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("Issue jobs wait for the database: {Reason}", exception.Message);
            }

            await signal.WaitAsync(s_poll, stoppingToken);
        }
    }

    private async Task<bool> RunNextAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var batch = scope.ServiceProvider.GetRequiredService<IssueBatch>();
        try
        {
            return await batch.RunNextAsync(ct);
        }
        catch (Exception exception) when (batch.Directive is not null && !ct.IsCancellationRequested)
        {
            var directive = batch.Directive.Value;
            logger.LogError(exception, "Issuing {Directive} failed; it will be tried again", directive);
            await PutOffAsync(directive, exception.Message, ct);
            return true;
        }
    }

    /// <summary>Lets other jobs go first and says why this one waits: 5 s, then twice as long each time up to 10 minutes.</summary>
    private async Task PutOffAsync(Guid directive, string reason, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = time.GetUtcNow();
        var error = reason[..Math.Min(reason.Length, 1000)];
        await scope.ServiceProvider.GetRequiredService<DirectiveDb>().Database.ExecuteSqlAsync(
            $"""
             update issue_job set attempts = attempts + 1, error = {error},
                 not_before = {now} + least(make_interval(secs => 5 * power(2, least(attempts, 10))), interval '10 minutes')
             where directive_id = {directive}
             """, ct);
    }
}

/// <summary>Tells the runner of this process that there is something to do.</summary>
internal sealed class IssueSignal : IDisposable
{
    private readonly SemaphoreSlim _raised = new(0, 1);

    public void Raise()
    {
        try
        {
            _raised.Release();
        }
        catch (SemaphoreFullException)
        {
            // raised already
        }
    }

    public Task WaitAsync(TimeSpan atMost, CancellationToken ct) => _raised.WaitAsync(atMost, ct);

    public void Dispose() => _raised.Dispose();
}
