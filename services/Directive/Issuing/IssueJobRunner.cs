using Campaign.Hosting.Sweeps;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Issuing;

/// <summary>
/// Carries out issue jobs, batch by batch, also those that another process left behind: woken by the request that issued,
/// with polling behind it. Replicas share the jobs by row locks.
/// </summary>
internal sealed class IssueJobRunner(SweepServices services, WorkSignal<IssueJobRunner> signal) : Sweep(services)
{
    protected override TimeSpan Every => TimeSpan.FromSeconds(5);

    protected override async Task RoundAsync(CancellationToken ct)
    {
        while (await RunNextAsync(ct)) { }
    }

    protected override Task PauseAsync(TimeSpan rest, CancellationToken ct) => signal.WaitAsync(rest, ct);

    private async Task<bool> RunNextAsync(CancellationToken ct)
    {
        await using var scope = Scopes.CreateAsyncScope();
        var batch = scope.ServiceProvider.GetRequiredService<IssueBatch>();
        try
        {
            return await batch.RunNextAsync(ct);
        }
        catch (Exception exception) when (batch.Directive is not null && !ct.IsCancellationRequested)
        {
            var directive = batch.Directive.Value;
            Logger.LogError(exception, "Issuing {Directive} failed; it will be tried again", directive);
            await PutOffAsync(directive, exception.Message, ct);
            return true;
        }
    }

    /// <summary>Lets other jobs go first and says why this one waits: 5 s, then twice as long each time up to 10 minutes.</summary>
    private async Task PutOffAsync(Guid directive, string reason, CancellationToken ct)
    {
        await using var scope = Scopes.CreateAsyncScope();
        var now = Time.GetUtcNow();
        var error = reason[..Math.Min(reason.Length, 1000)];
        await scope
            .ServiceProvider.GetRequiredService<DirectiveDb>()
            .Database.ExecuteSqlAsync(
                $"""
                update issue_job set attempts = attempts + 1, error = {error},
                    not_before = {now} + least(make_interval(secs => 5 * power(2, least(attempts, 10))), interval '10 minutes')
                where directive_id = {directive}
                """,
                ct
            );
    }
}
