using System.Security.Cryptography;
using System.Text;

namespace Campaign.LocalServers;

/// <summary>Where a server keeps its files: owned by its account, closed to others.</summary>
public static class ServerFolder
{
    private const UnixFileMode PrivateFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const string ElsewhereRoot = "/var/lib/campaign";
    private const string OwnerFile = "belongs-to";
    private const string ForgottenFile = "forgotten";

    /// <summary>
    /// So long a folder that leads nowhere may be a disk that is not mounted, or a clone that was moved and not started since.
    /// </summary>
    private static readonly TimeSpan Grace = TimeSpan.FromDays(7);

    private static string ResolveLink(string folder) =>
        new DirectoryInfo(folder).LinkTarget is { } target ? Path.GetFullPath(target, Path.GetDirectoryName(folder)!) : folder;

    private static string Elsewhere(string folder)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(folder));
        return Path.Combine(ElsewhereRoot, Convert.ToHexStringLower(digest.AsSpan(0, 6)), Path.GetFileName(folder));
    }

    /// <summary>
    /// Creates a server's folder, private to its account, where that account can reach it. As root with the data under a closed folder
    /// (a clone in /root) that place is below /var/lib/campaign and <paramref name="folder"/> becomes a link to it.
    /// </summary>
    /// <returns>the folder to use</returns>
    internal static async Task<string> PrepareAsync(string folder, string account)
    {
        folder = Path.GetFullPath(folder);
        if (!Environment.IsPrivilegedProcess)
        {
            Directory.CreateDirectory(folder, PrivateFolder);
            return folder;
        }

        var real = ResolveLink(folder);
        Directory.CreateDirectory(Path.GetDirectoryName(real)!);
        if (real == folder && !await Accounts.CanReachAsync(Path.GetDirectoryName(folder)!, account).ConfigureAwait(false))
        {
            real = Elsewhere(folder);
            Directory.CreateDirectory(real, PrivateFolder);
            Directory.CreateSymbolicLink(folder, real);
        }
        else if (real != folder && !Directory.Exists(real))
        {
            throw new ServerException(
                $"The data of {folder} is in {real}, which is not there; bring it back, or start from nothing with --reset."
            );
        }

        if (IsElsewhere(real))
        {
            var place = Path.GetDirectoryName(real)!;
            await File.WriteAllTextAsync(Path.Combine(place, OwnerFile), folder).ConfigureAwait(false); // it may have moved
            File.Delete(Path.Combine(place, ForgottenFile));
        }

        Directory.CreateDirectory(real, PrivateFolder);
        await GiveAsync(real, account).ConfigureAwait(false);
        return real;
    }

    /// <summary>Makes everything in a folder the account's own.</summary>
    internal static async Task GiveAsync(string path, string account)
    {
        if (Environment.IsPrivilegedProcess)
        {
            await Accounts.RunAsync("chown", ["-R", "--no-dereference", $"{account}:{account}", path]).ConfigureAwait(false);
        }
    }

    /// <summary>Removes a server's folder, also where <see cref="PrepareAsync"/> put it elsewhere.</summary>
    public static void Remove(string folder)
    {
        folder = Path.GetFullPath(folder);
        var real = ResolveLink(folder);
        if (real == folder || IsElsewhere(real)) // of somebody's own link only the link
        {
            if (Directory.Exists(real))
            {
                Directory.Delete(real, recursive: true);
            }
        }

        if (real != folder)
        {
            File.Delete(folder);
            if (IsElsewhere(real) && Directory.Exists(Path.GetDirectoryName(real)))
            {
                Directory.Delete(Path.GetDirectoryName(real)!, recursive: true);
            }
        }
    }

    private static bool IsElsewhere(string path) => Path.GetDirectoryName(Path.GetDirectoryName(path)) == ElsewhereRoot;

    /// <summary>
    /// Removes what was put below /var/lib/campaign for folders that have not led there for a week: their clone was deleted, or they were.
    /// A server that still runs there keeps it.
    /// </summary>
    /// <returns>the folders that it had been for</returns>
    public static IReadOnlyList<string> RemoveForgotten() =>
        Environment.IsPrivilegedProcess ? RemoveForgotten(ElsewhereRoot, TimeProvider.System.GetUtcNow().UtcDateTime) : [];

    internal static IReadOnlyList<string> RemoveForgotten(string root, DateTime now)
    {
        List<string> removed = [];
        foreach (var place in Directory.Exists(root) ? Directory.EnumerateDirectories(root) : [])
        {
            var (owner, forgotten) = (Path.Combine(place, OwnerFile), Path.Combine(place, ForgottenFile));
            if (!File.Exists(owner))
            {
                continue;
            }

            var folder = File.ReadAllText(owner);
            if (ResolveLink(folder) == Path.Combine(place, Path.GetFileName(folder)))
            {
                File.Delete(forgotten);
            }
            else if (!File.Exists(forgotten))
            {
                File.WriteAllText(forgotten, "");
                File.SetLastWriteTimeUtc(forgotten, now);
            }
            else if (now - File.GetLastWriteTimeUtc(forgotten) > Grace && !IsInUse(Path.Combine(place, Path.GetFileName(folder))))
            {
                Directory.Delete(place, recursive: true);
                removed.Add(folder);
            }
        }

        return removed;
    }

    private static bool IsInUse(string folder) =>
        Path.Combine(folder, "data", "postmaster.pid") is var file
        && File.Exists(file)
        && int.TryParse(File.ReadLines(file).FirstOrDefault(), out var id)
        && ProcessIdentity.Of(id) is not null;
}
