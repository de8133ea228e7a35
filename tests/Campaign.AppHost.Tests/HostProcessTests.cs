using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Campaign.AppHost.Tests;

/// <summary>One data folder and the hosts that want it: refusals in one sentence, an end in order, nothing left by a killed one.</summary>
public sealed class HostProcessTests : IAsyncDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("campaign-apphost-").FullName;
    private readonly string port = $"--Portal:Port={Ports.Free()}";
    private readonly List<HostProcess> hosts = [];

    [Fact]
    public async Task Life_of_a_data_folder()
    {
        // started; a second one on the same folder is refused and changes nothing
        var first = Start(port);
        var running = await first.HealthyAsync();
        foreach (var more in new string[][] { [], ["--reset"] })
        {
            await RefusedAsync(
                Start(["--Portal:Port=0", .. more]),
                $"The system already runs on {data} (process {first.Id}); stop it first, or choose another folder with --data."
            );
        }

        running.ShouldAllBe(status => Runs(status));

        // killed: the next start ends what it left, and everything is there again
        first.Kill();
        await first.EndAsync();
        var second = Start(port);
        var again = await second.HealthyAsync();
        running.ShouldAllBe(status => !Runs(status));
        again.ShouldAllBe(status => Runs(status));

        // stopped: six seconds where nothing else runs; beside other systems no longer than its own limits (3 s for services, 7.5 s for
        // servers)
        // and what taking note of all the ends takes. PostgreSQL cleanly, nothing left
        var clock = Stopwatch.StartNew();
        await second.StopAsync();
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        second.ExitCode.ShouldBe(0, second.Said);
        again.ShouldAllBe(status => !Runs(status));
        Directory.EnumerateFiles(Path.Combine(data, "run"), "*.pid").ShouldBeEmpty();
        (await File.ReadAllTextAsync(Path.Combine(data, "logs", "postgres.log"))).ShouldContain("database system is shut down");

        // and it says where to go
        second.Said.ShouldContain("All healthy after");
        second.Said.ShouldContain("portal: http://127.0.0.1:");
    }

    [Fact]
    public async Task Port_in_use_is_said_with_its_number_and_the_way_out()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = ((IPEndPoint)other.LocalEndpoint).Port;

        await RefusedAsync(
            Start("--port", $"{taken}"),
            $"Port {taken}, the address of the Portal, is in use by another program; stop it, or choose another with --port."
        );
    }

    [Theory]
    [InlineData("--Replicas:portal=2", "portal has a fixed port and so runs once; set Replicas:portal to 1.")]
    [InlineData("--Servers=cloud", "Servers=cloud is not known; use local or containers.")]
    public async Task Setting_that_cannot_be_is_refused_in_one_sentence(string setting, string sentence) =>
        await RefusedAsync(Start(port, setting), sentence);

    [Fact]
    public async Task Start_ends_a_recorded_process_that_outlived_its_host_even_when_it_starts_nothing()
    {
        using var left = await ServerProcess.StartAsync(
            new ServerCommand("sleep", ["300"]) { RecordFile = Path.Combine(data, "run", "left" + Leftovers.Extension) }
        );

        await Start(port, "--Servers=cloud").EndAsync();

        ProcessIdentity.Of(left.Id).ShouldBeNull();
    }

    [Fact]
    public async Task Reset_removes_what_earlier_runs_left()
    {
        File.WriteAllText(Path.Combine(data, "parameters.json"), "{}");
        Directory.CreateDirectory(Path.Combine(data, "postgres", "data"));

        File.WriteAllText(Path.Combine(data, "somebodys-own"), "");

        await Start(port, "--reset", "--Replicas:portal=2").EndAsync();

        Directory.EnumerateFileSystemEntries(data).Select(Path.GetFileName).ShouldBe(["logs", "run", "somebodys-own"], ignoreOrder: true);
    }

    [Fact]
    public async Task Start_that_is_refused_removes_nothing()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        File.WriteAllText(Path.Combine(data, "parameters.json"), "{}");

        await Start($"--port={((IPEndPoint)other.LocalEndpoint).Port}", "--reset").EndAsync();

        File.Exists(Path.Combine(data, "parameters.json")).ShouldBeTrue();
    }

    [Fact]
    public async Task Server_that_cannot_be_started_ends_the_host_with_its_sentence()
    {
        // a cluster of another version: PostgreSQL's own words are in its log
        var cluster = Directory.CreateDirectory(Path.Combine(data, "postgres", "data")).FullName;
        File.WriteAllText(Path.Combine(cluster, "PG_VERSION"), "9.6");
        var host = Start(port);

        await host.EndAsync();

        host.ExitCode.ShouldBe(1, host.Said);
        // the orchestrator tells a quick end as a failed start
        host.Said.Split('\n')
            .Where(line => line.StartsWith("postgres", StringComparison.Ordinal))
            .ShouldHaveSingleItem(host.Said)
            .ShouldMatch(
                $"^postgres (could not be started|ended while starting \\(exit code 1\\)); "
                    + $"{Path.Combine(data, "logs", "postgres.log")} says why.$"
            );
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }

        new DataFolder(data).Clear();
        Directory.Delete(data, recursive: true);
    }

    private HostProcess Start(params string[] arguments)
    {
        var host = HostProcess.Start(data, arguments);
        hosts.Add(host);
        return host;
    }

    private static async Task RefusedAsync(HostProcess host, string sentence)
    {
        await host.EndAsync();
        host.ExitCode.ShouldBe(1, host.Said);
        host.Said.Trim().ShouldBe(sentence);
    }

    private static bool Runs(Status status) => ProcessIdentity.Of(status.ProcessId!.Value) is not null;
}
