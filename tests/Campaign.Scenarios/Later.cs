using System.Diagnostics;
using System.Net;
using Campaign.Api;

namespace Campaign.Scenarios;

/// <summary>Waits for what arrives by events: a service may not have heard yet of what another one just did.</summary>
public static class Later
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Acts, and acts again while the answer is that something is not there yet.</summary>
    public static async Task<T> ArrivedAsync<T>(Func<Task<T>> act, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return await act();
            }
            catch (ApiException refused) when (watch.Elapsed < s_limit && IsNotYet(refused))
            {
                await Task.Delay(s_pause, ct);
            }
        }
    }

    /// <summary>Looks until <paramref name="holds"/>.</summary>
    /// <exception cref="TimeoutException">It did not hold within the limit; says what was seen last.</exception>
    public static async Task<T> UntilAsync<T>(
        string what,
        Func<Task<T>> look,
        Func<T, bool> holds,
        CancellationToken ct,
        TimeSpan? limit = null
    )
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var seen = await look();
            if (holds(seen))
            {
                return seen;
            }

            if (watch.Elapsed > (limit ?? s_limit))
            {
                throw new TimeoutException($"Waited {watch.Elapsed.TotalSeconds:0} s for {what}; saw last: {seen}.");
            }

            await Task.Delay(s_pause, ct);
        }
    }

    private static bool IsNotYet(ApiException refused) =>
        refused.Status == HttpStatusCode.NotFound
        || refused.Type is "urn:campaign:problem:participants-not-active" or "urn:campaign:problem:no-participants"
        || (refused.Status == HttpStatusCode.BadRequest && refused.Message.StartsWith("There is no member", StringComparison.Ordinal));
}
