namespace Campaign.AppHost.Tests;

/// <summary>What was put elsewhere, because the servers' accounts cannot reach the data folder, goes when that folder is gone.</summary>
public sealed class ForgottenDataTests : IDisposable
{
    private readonly string closed = Directory.CreateTempSubdirectory("campaign-closed-").FullName; // as root: 0700, root's

    [Fact]
    public async Task Data_of_a_folder_that_was_deleted_is_removed_and_no_other()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only as root is data put elsewhere.");
        var (gone, kept) = (Path.Combine(closed, "gone", "postgres"), Path.Combine(closed, "kept", "postgres"));
        var (placeOfGone, placeOfKept) = (await PutElsewhereAsync(gone), await PutElsewhereAsync(kept));
        Directory.Delete(Path.Combine(closed, "gone"), recursive: true); // as whoever deletes a clone does

        var forgotten = ServerFolder.RemoveForgotten();

        forgotten.ShouldContain(gone);
        forgotten.ShouldNotContain(kept);
        Directory.Exists(placeOfGone).ShouldBeFalse();
        Directory.Exists(placeOfKept).ShouldBeTrue();
        ServerFolder.Remove(kept);
        Directory.Exists(Path.GetDirectoryName(placeOfKept)).ShouldBeFalse();
    }

    public void Dispose()
    {
        Directory.Delete(closed, recursive: true);
        ServerFolder.RemoveForgotten();
    }

    private static async Task<string> PutElsewhereAsync(string folder)
    {
        var place = await ServerFolder.PrepareAsync(folder, "postgres");
        place.ShouldStartWith("/var/lib/campaign/");
        return place;
    }
}
