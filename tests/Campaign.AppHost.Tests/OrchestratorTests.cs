using System.Diagnostics;

namespace Campaign.AppHost.Tests;

/// <summary>Starts that are stopped on their way, and a host whose orchestrator is gone.</summary>
public sealed class OrchestratorTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("campaign-orchestrator-").FullName;
    private readonly string port = $"--Portal:Port={Ports.Free()}";

    [Fact]
    public async Task Host_whose_orchestrator_was_killed_says_so_and_ends()
    {
        await using var host = HostProcess.Start(data, port);
        var running = await host.HealthyAsync();

        using (var kill = Process.Start("pkill", ["-KILL", "-f", $"dcp start-apiserver --monitor {host.Id} "]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
            kill.ExitCode.ShouldBe(0);
        }

        await host.EndAsync();
        host.ExitCode.ShouldBe(1, host.Said);
        host.Said.ShouldContain("Aspire's orchestrator (dcp) has ended");
        running.ShouldAllBe(status => ProcessIdentity.Of(status.ProcessId!.Value) == null);
    }

    [Fact]
    public async Task Start_that_is_stopped_on_its_way_stops_what_it_has_started()
    {
        await using var host = HostProcess.Start(data, port);
        await Eventually.TrueAsync(
            "PostgreSQL to run",
            () => File.Exists(Path.Combine(data, "run", "postgres.pid")),
            there => there,
            TimeSpan.FromMinutes(1)
        );
        var server = ProcessIdentity.Parse(
            await File.ReadAllTextAsync(Path.Combine(data, "run", "postgres.pid"), TestContext.Current.CancellationToken)
        )!;

        await host.StopAsync();

        server.IsRunning.ShouldBeFalse();
        Directory.EnumerateFiles(Path.Combine(data, "run"), "*.pid").ShouldBeEmpty(host.Said);
    }

    public void Dispose()
    {
        new DataFolder(data).Clear();
        Directory.Delete(data, recursive: true);
    }
}
