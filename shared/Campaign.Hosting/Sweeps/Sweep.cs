using Campaign.Hosting.Database;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Campaign.Hosting.Sweeps;

/// <summary>
/// Work that a service does by itself, because days pass while nobody calls: a round at the start, once the database has its schema, and
/// one every so often. A round that fails is logged, and the next one does what it left.
/// </summary>
/// <param name="services">What the sweep works with.</param>
public abstract class Sweep(SweepServices services) : BackgroundService
{
    private static readonly TimeSpan s_atLeast = TimeSpan.FromMilliseconds(1);

    /// <summary>From the beginning of a round to the next one; asked after each round.</summary>
    protected abstract TimeSpan Every { get; }

    protected TimeProvider Time => services.Time;

    protected IServiceScopeFactory Scopes => services.Scopes;

    protected ILogger Logger => field ??= services.Loggers.CreateLogger(GetType());

    /// <summary>One round; it leaves alone what other replicas have in hand.</summary>
    protected abstract Task RoundAsync(CancellationToken ct);

    /// <summary>Until the next round is due.</summary>
    /// <remarks>By a timer with a period, so that a test's clock can tell what runs at intervals from what waits once.</remarks>
    protected virtual async Task PauseAsync(TimeSpan rest, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(rest, Time);
        await timer.WaitForNextTickAsync(ct);
    }

    /// <summary>Runs batches, each in a scope of its own, until one finds nothing.</summary>
    /// <param name="batch">How many it did.</param>
    /// <returns>How many all of them did.</returns>
    protected async Task<int> UntilNothingIsLeftAsync<T>(Func<T, Task<int>> batch)
        where T : notnull
    {
        for (var all = 0; ; )
        {
            await using var scope = Scopes.CreateAsyncScope();
            var done = await batch(scope.ServiceProvider.GetRequiredService<T>());
            if (done == 0)
            {
                return all;
            }

            all += done;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await services.Database.WaitAsync(stoppingToken);
        while (true)
        {
            var started = Time.GetTimestamp();
            try
            {
                await RoundAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                Logger.LogWarning(exception, "A round of {Sweep} failed; the next one is in {Every}", GetType().Name, Every);
            }

            var rest = Every - Time.GetElapsedTime(started);
            await PauseAsync(rest > s_atLeast ? rest : s_atLeast, stoppingToken);
        }
    }
}

/// <summary>What every sweep works with.</summary>
public sealed record SweepServices(IServiceScopeFactory Scopes, DatabaseStart Database, TimeProvider Time, ILoggerFactory Loggers);
