namespace Campaign.AppHost.Tests;

/// <summary>
/// What was put elsewhere, because the servers' accounts cannot reach the data folder, goes when that folder has been gone for a week.
/// </summary>
public sealed class ForgottenDataTests : IDisposable
{
    private static readonly DateTime Now = new(2026, 11, 29, 12, 0, 0, DateTimeKind.Utc);
    private readonly string root = Directory.CreateTempSubdirectory("campaign-elsewhere-").FullName;
    private readonly string clones = Directory.CreateTempSubdirectory("campaign-clones-").FullName;

    [Fact]
    public void Data_of_a_folder_that_was_deleted_is_removed_after_a_week_and_no_other()
    {
        var (gone, kept) = (Put("gone"), Put("kept"));
        Directory.Delete(Path.Combine(clones, "gone"), recursive: true); // as whoever deletes a clone does

        ServerFolder.RemoveForgotten(root, Now).ShouldBeEmpty();
        ServerFolder.RemoveForgotten(root, Now.AddDays(6)).ShouldBeEmpty();
        ServerFolder.RemoveForgotten(root, Now.AddDays(8)).ShouldBe([Path.Combine(clones, "gone", "postgres")]);

        Directory.Exists(gone).ShouldBeFalse();
        Directory.Exists(kept).ShouldBeTrue();
    }

    [Fact]
    public void Data_of_a_folder_that_came_back_is_not_counted_as_forgotten()
    {
        var place = Put("moved");
        Directory.Move(Path.Combine(clones, "moved"), Path.Combine(clones, "away"));
        ServerFolder.RemoveForgotten(root, Now);
        Directory.Move(Path.Combine(clones, "away"), Path.Combine(clones, "moved"));
        ServerFolder.RemoveForgotten(root, Now.AddDays(1));
        Directory.Move(Path.Combine(clones, "moved"), Path.Combine(clones, "away"));

        ServerFolder.RemoveForgotten(root, Now.AddDays(8)).ShouldBeEmpty();
        ServerFolder.RemoveForgotten(root, Now.AddDays(14)).ShouldBeEmpty();

        Directory.Exists(place).ShouldBeTrue();
    }

    [Fact]
    public void Data_that_a_server_runs_on_stays()
    {
        var place = Put("running");
        Directory.CreateDirectory(Path.Combine(place, "data"));
        File.WriteAllText(Path.Combine(place, "data", "postmaster.pid"), $"{Environment.ProcessId}\n");
        Directory.Delete(Path.Combine(clones, "running"), recursive: true);
        ServerFolder.RemoveForgotten(root, Now);

        ServerFolder.RemoveForgotten(root, Now.AddDays(30)).ShouldBeEmpty();
    }

    public void Dispose()
    {
        Directory.Delete(root, recursive: true);
        Directory.Delete(clones, recursive: true);
    }

    private string Put(string clone)
    {
        var (folder, place) = (Path.Combine(clones, clone, "postgres"), Path.Combine(root, clone, "postgres"));
        Directory.CreateDirectory(place);
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        Directory.CreateSymbolicLink(folder, place);
        File.WriteAllText(Path.Combine(root, clone, "belongs-to"), folder);
        return place;
    }
}
