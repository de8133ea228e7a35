using System.Diagnostics;
using Campaign.Contracts;
using Campaign.Testing;

namespace Campaign.Benchmarks.Idle;

/// <summary>What the system takes when nobody uses it, and how soon it is there.</summary>
internal sealed class IdleRow : Row
{
    private const double ResidentMiB = 180;
    private const double ProcessorPercent = 2;
    private const double ReadySeconds = 25;
    private static readonly string[] s_services = [.. Resources.Services, Resources.Portal];
    private static readonly TimeSpan s_settle = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_watched = TimeSpan.FromSeconds(20);

    public override string Name => "idle";

    public override string Subject => "all services idle after start";

    public override string Control => "nothing";

    public override string Target => "180 MiB, 2 %, 25 s";

    public override TimeSpan Limit(bool quick) => TimeSpan.FromSeconds(quick ? 120 : 300);

    public override async Task<Result> RunAsync(Bench bench, CancellationToken ct)
    {
        // the first start makes a database cluster and every table; the one that counts is on data that is there
        await using var system = await CampaignSystem.StartAsync();
        await system.StopAsync();
        ct.ThrowIfCancellationRequested();
        var starting = Stopwatch.StartNew();
        await system.RunAsync();
        var ready = starting.Elapsed.TotalSeconds;
        await Task.Delay(s_settle, ct);
        var before = s_services.ToDictionary(service => service, service => ProcessLook.At(system.ProcessIdOf(service)));
        await Task.Delay(s_watched, ct);
        List<(string Service, double MiB, double Percent)> used = [.. s_services.Select(service =>
        {
            var now = ProcessLook.At(system.ProcessIdOf(service));
            return (service, now.ResidentMiB, (now.Processor - before[service].Processor) / s_watched * 100);
        })];
        var (resident, processor) = (used.Max(one => one.MiB), used.Max(one => one.Percent));
        return new Result($"at most {resident:0} MiB and {processor:0.0} % of a core each, ready in {ready:0.0} s", null,
            resident <= ResidentMiB && processor <= ProcessorPercent && ready <= ReadySeconds,
            [.. used.Select(one => $"{one.Service} {one.MiB:0} MiB {one.Percent:0.0} %")]);
    }
}
