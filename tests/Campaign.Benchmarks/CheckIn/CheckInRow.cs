namespace Campaign.Benchmarks.CheckIn;

/// <summary>The minutes before a conference: everyone checks in at once.</summary>
internal sealed class CheckInRow : Row
{
    private const double AtLeast = 0.6;

    public override string Name => "check-in";

    public override string Subject => "single check-in POST, authenticated -> committed with its event, 32 connections";

    public override string Control => "minimal API + Npgsql, the same rows in two inserts, no auth";

    public override string Target => $">= {AtLeast}x requests/s";

    public override TimeSpan Limit(bool quick) => TimeSpan.FromSeconds(quick ? 50 : 300);

    public override async Task<Result> RunAsync(Bench bench, CancellationToken ct)
    {
        await using var session = await SessionHost.StartAsync(bench, await bench.Servers.CreateVirtualHostAsync("check-in"), ct);
        await using var bare = await BareApi.StartAsync(session.Database, ct);
        // 500 people each
        var sessions = bench.Quick ? 4 : 40;
        Turn[] turns = [];
        var medians = await bench.MediansAsync(
            async () =>
            {
                turns = await session.OpenAsync(sessions, Settings.Districts, ct);
                var rate = await Load.RateAsync(turns, session.CheckInAsync, ct);
                await session.UntilPublishedAsync(ct);
                return rate;
            },
            () => Load.RateAsync(turns, bare.CheckInAsync, ct)
        );
        var ratio = medians[0] / medians[1];
        return new Result($"{medians[0]:0} requests/s, bare API {medians[1]:0}", ratio, ratio >= AtLeast);
    }
}
