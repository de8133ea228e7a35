using System.Diagnostics;
using Campaign.Contracts;
using Campaign.Testing;

namespace Campaign.Benchmarks.Idle;

/// <summary>What the system takes when nobody uses it, and how soon it is there.</summary>
internal sealed class IdleRow : Row
{
    private const double ResidentMiB = 180;
    private const double ProcessorPercent = 2;
    private const double ReadySeconds = 40;
    private const double StopSeconds = 10;
    private const double HostMiB = 700;
    private const double HostPercent = 20;
    private static readonly string[] s_orchestrator = ["dcp", "Aspire.Dashboard"];
    private static readonly string[] s_services = [.. Resources.Services, Resources.Portal];
    private static readonly TimeSpan s_settle = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_watched = TimeSpan.FromSeconds(20);

    public override string Name => "idle";

    public override string Subject => "the system idle after its second start, with the dashboard";

    public override string Control => "nothing";

    public override string Target =>
        "180 MiB, 2 % a service; host, orchestrator and dashboard 700 MiB, 20 %; ready in 40 s, stopped in 10 s";

    public override TimeSpan Limit(bool quick) => TimeSpan.FromSeconds(quick ? 120 : 300);

    public override async Task<Result> RunAsync(Bench bench, CancellationToken ct)
    {
        // the first start makes a database cluster and every table; the one that counts is on data that is there
        await using var system = await CampaignSystem.StartAsync(null, Dashboard);
        await system.StopAsync();
        ct.ThrowIfCancellationRequested();
        var clock = Stopwatch.StartNew();
        await system.RunAsync(null, Dashboard);
        var ready = clock.Elapsed.TotalSeconds;
        await Task.Delay(s_settle, ct);
        var before = s_services.ToDictionary(service => service, service => ProcessLook.At(system.ProcessIdOf(service)));
        var hostBefore = Host(system);
        await Task.Delay(s_watched, ct);
        List<(string Service, double MiB, double Percent)> used =
        [
            .. s_services.Select(service =>
            {
                var now = ProcessLook.At(system.ProcessIdOf(service));
                return (service, now.ResidentMiB, (now.Processor - before[service].Processor) / s_watched * 100);
            }),
        ];
        var host = Host(system);
        var hostPercent = (host.Processor - hostBefore.Processor) / s_watched * 100;
        clock.Restart();
        await system.StopAsync();
        var stopped = clock.Elapsed.TotalSeconds;
        var (resident, processor) = (used.Max(one => one.MiB), used.Max(one => one.Percent));
        return new Result(
            $"at most {resident:0} MiB and {processor:0.0} % of a core a service; host, orchestrator and dashboard "
                + $"{host.ResidentMiB:0} MiB and {hostPercent:0.0} %; ready in {ready:0.0} s, stopped in {stopped:0.0} s",
            null,
            resident <= ResidentMiB
                && processor <= ProcessorPercent
                && ready <= ReadySeconds
                && host.ResidentMiB <= HostMiB
                && hostPercent <= HostPercent
                && stopped <= StopSeconds,
            [.. used.Select(one => $"{one.Service} {one.MiB:0} MiB {one.Percent:0.0} %")]
        );
    }

    private const string Dashboard = "--no-dashboard=false";

    // no other system may run on the machine meanwhile
    private static ProcessLook Host(CampaignSystem system) => ProcessLook.At(system.HostId) + ProcessLook.Of(s_orchestrator);
}
