namespace Campaign.AppHost.Tests;

public sealed class DataFolderTests : IDisposable
{
    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly string data = Directory.CreateTempSubdirectory("campaign-data-").FullName;

    [Fact]
    public void Logs_and_the_state_of_a_run_are_for_their_owner_alone()
    {
        new DataFolder(data).Take().Dispose();

        ModeOf("logs").ShouldBe(OwnerAlone);
        ModeOf("run").ShouldBe(OwnerAlone);
    }

    [Fact]
    public void What_an_earlier_version_left_open_is_closed()
    {
        Directory.CreateDirectory(Path.Combine(data, "logs"), OwnerAlone | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        Directory.CreateDirectory(Path.Combine(data, "run"), OwnerAlone | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);

        new DataFolder(data).Take().Dispose();

        ModeOf("logs").ShouldBe(OwnerAlone);
        ModeOf("run").ShouldBe(OwnerAlone);
    }

    [Fact]
    public void Logs_that_are_begun_anew_are_closed_too()
    {
        var folder = new DataFolder(data);
        using var held = folder.Take();

        folder.Clear();

        ModeOf("logs").ShouldBe(OwnerAlone);
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    private UnixFileMode ModeOf(string name) => File.GetUnixFileMode(Path.Combine(data, name));
}
