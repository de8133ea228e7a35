using System.Diagnostics;

namespace Campaign.AppHost.Tests;

/// <summary>The host as a process of its own: what a kill leaves behind, and two hosts on one folder.</summary>
public sealed class HostProcessTests : IAsyncDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("campaign-apphost-").FullName;
    private readonly List<Process> hosts = [];

    [Fact]
    public async Task Nothing_of_a_killed_host_runs_after_the_next_start()
    {
        var killed = Start();
        var before = await HealthyAsync();
        killed.Kill();
        await killed.WaitForExitAsync(TestContext.Current.CancellationToken);

        var next = Start();
        var after = await HealthyAsync(not: before);

        before.ShouldAllBe(line => ProcessIdentity.Of(line.ProcessId!.Value) == null);
        after.ShouldAllBe(line => ProcessIdentity.Of(line.ProcessId!.Value) != null);
        next.HasExited.ShouldBeFalse();
    }

    [Fact]
    public async Task Start_ends_a_recorded_process_that_outlived_its_host()
    {
        using var left = await ServerProcess.StartAsync(new ServerCommand("sleep", ["300"]) { RecordFile = Path.Combine(data, "run", "left" + Leftovers.Extension) });

        Start();
        await HealthyAsync();

        ProcessIdentity.Of(left.Id).ShouldBeNull();
    }

    [Fact]
    public async Task Second_start_on_the_same_data_is_refused_in_one_sentence_and_leaves_the_first_alone()
    {
        var first = Start();
        var running = await HealthyAsync();

        foreach (var arguments in new string[][] { [], ["--reset"] })
        {
            var second = Start(arguments);
            var error = await second.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await second.WaitForExitAsync(TestContext.Current.CancellationToken);

            second.ExitCode.ShouldBe(1);
            error.Trim().ShouldBe($"The system already runs on {data} (process {first.Id}); stop it first, or choose another folder with --data.");
        }

        (await HealthyAsync()).ShouldBe(running);
    }

    [Fact]
    public async Task Reset_removes_what_earlier_runs_left()
    {
        var first = Start();
        await HealthyAsync();
        await StopAsync(first);
        File.WriteAllText(Path.Combine(data, "parameters.json"), "{}");
        Directory.CreateDirectory(Path.Combine(data, "postgres", "data"));

        await StopAsync(await HealthyStartAsync("--reset"));

        Directory.EnumerateFileSystemEntries(data).Select(Path.GetFileName).ShouldBe(["logs", "run"], ignoreOrder: true);
    }

    [Fact]
    public async Task Terminate_signal_stops_the_host_with_exit_code_zero()
    {
        var host = Start();
        var lines = await HealthyAsync();

        await StopAsync(host);

        host.ExitCode.ShouldBe(0);
        lines.ShouldAllBe(line => ProcessIdentity.Of(line.ProcessId!.Value) == null);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts)
        {
            host.Kill(entireProcessTree: true);
            await host.WaitForExitAsync();
            host.Dispose();
        }

        await Leftovers.EndAsync(Path.Combine(data, "run"));
        Directory.Delete(data, recursive: true);
    }

    private Process Start(params string[] arguments)
    {
        var host = Process.Start(new ProcessStartInfo("dotnet", ["exec", SampleProject.Program, "host", "--data", data, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        host.OutputDataReceived += (_, _) => { };
        host.BeginOutputReadLine();
        hosts.Add(host);
        return host;
    }

    private async Task<Process> HealthyStartAsync(params string[] arguments)
    {
        var host = Start(arguments);
        await HealthyAsync();
        return host;
    }

    private async Task<IReadOnlyList<Line>> HealthyAsync(IReadOnlyList<Line>? not = null)
    {
        for (var until = DateTime.UtcNow.AddSeconds(60); DateTime.UtcNow < until; await Task.Delay(50, TestContext.Current.CancellationToken))
        {
            var lines = RunningSystem.Lines(data);
            if (lines.Count == 2 && lines.All(line => line.State == "healthy" && not?.Any(old => old.ProcessId == line.ProcessId) != true))
            {
                return lines;
            }
        }

        throw new TimeoutException($"not healthy in 60 s; last seen: {string.Join("; ", RunningSystem.Lines(data))}");
    }

    private static async Task StopAsync(Process host)
    {
        using var kill = Process.Start("kill", ["-TERM", host.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await host.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
