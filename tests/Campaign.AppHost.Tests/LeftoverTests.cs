namespace Campaign.AppHost.Tests;

public sealed class LeftoverTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("campaign-leftovers-").FullName;

    [Fact]
    public async Task Recorded_process_that_still_runs_is_ended()
    {
        using var left = await ServerProcess.StartAsync(new ServerCommand("sleep", ["300"]) { RecordFile = Record("left") });

        var ended = await Leftovers.EndAsync(folder);

        ended.ShouldBe(["left"]);
        ProcessIdentity.Of(left.Id).ShouldBeNull();
        Directory.EnumerateFiles(folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task Process_that_got_a_recorded_id_later_is_left_alone()
    {
        using var stranger = await ServerProcess.StartAsync(new ServerCommand("sleep", ["300"]));
        var identity = ProcessIdentity.Of(stranger.Id)!;
        await File.WriteAllTextAsync(
            Record("gone"),
            (identity with { Started = identity.Started - 1 }).ToString(),
            TestContext.Current.CancellationToken
        );

        var ended = await Leftovers.EndAsync(folder);

        ended.ShouldBeEmpty();
        identity.IsRunning.ShouldBeTrue();
        await stranger.KillAsync();
    }

    [Fact]
    public async Task Torn_record_is_removed()
    {
        await File.WriteAllTextAsync(Record("torn"), "12", TestContext.Current.CancellationToken);

        (await Leftovers.EndAsync(folder)).ShouldBeEmpty();

        Directory.EnumerateFiles(folder).ShouldBeEmpty();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Record(string name) => Path.Combine(folder, name + Leftovers.Extension);
}
