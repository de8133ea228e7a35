namespace Campaign.Benchmarks.CheckIn;

/// <summary>People who come all at once, or evenly.</summary>
internal static class Load
{
    private const int Connections = 32;

    public static HttpClient Client(string address) =>
        new(new SocketsHttpHandler { MaxConnectionsPerServer = Connections, UseProxy = false })
        {
            BaseAddress = new Uri(address),
            Timeout = TimeSpan.FromSeconds(15),
        };

    /// <summary>32 at a time, the next as soon as one is answered.</summary>
    /// <returns>Requests a second.</returns>
    public static Task<double> RateAsync(Turn[] turns, Func<Turn, CancellationToken, Task> work, CancellationToken ct)
    {
        var next = -1;
        return Figures.RateAsync(turns.Length, () => Task.WhenAll(
                Enumerable
                    .Range(0, Connections)
                    .Select(_ =>
                        Task.Run(
                            async () =>
                            {
                                while (Interlocked.Increment(ref next) is var mine && mine < turns.Length)
                                {
                                    await work(turns[mine], ct);
                                }
                            },
                            ct
                        )
                    )
            ));
    }

    /// <summary>So many a second, whether or not the earlier ones are answered.</summary>
    public static async Task EvenlyAsync(int count, int perSecond, Func<int, Task> work, CancellationToken ct)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var running = new List<Task>(count);
        for (var number = 0; number < count; number++)
        {
            var wait = TimeSpan.FromSeconds(number / (double)perSecond) - watch.Elapsed;
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, ct);
            }

            running.Add(work(number));
        }

        await Task.WhenAll(running);
    }
}
