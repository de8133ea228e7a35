using System.Security.Cryptography;
using System.Text;

namespace Campaign.LocalServers;

/// <summary>Where a server keeps its files: owned by its account, closed to others.</summary>
public static class ServerFolder
{
    private const UnixFileMode PrivateFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const string ElsewhereRoot = "/var/lib/campaign";
    private const string OwnerFile = "belongs-to";

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
            Directory.CreateDirectory(Path.GetDirectoryName(real)!);
            Directory.CreateSymbolicLink(folder, real);
        }

        if (real.StartsWith(ElsewhereRoot + "/", StringComparison.Ordinal)) // not where somebody's own link leads
        {
            await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(real)!, OwnerFile), folder).ConfigureAwait(false);
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
        if (Directory.Exists(real))
        {
            Directory.Delete(real, recursive: true);
        }

        if (real != folder)
        {
            File.Delete(folder);
            var parent = Path.GetDirectoryName(real)!;
            if (parent != ElsewhereRoot && Path.GetDirectoryName(parent) == ElsewhereRoot && Directory.Exists(parent))
            {
                Directory.Delete(parent, recursive: true);
            }
        }
    }

    /// <summary>Removes what was put below /var/lib/campaign for folders that no longer lead there: their clone was deleted, or they were.</summary>
    /// <returns>the folders that it had been for</returns>
    public static IReadOnlyList<string> RemoveForgotten() => RemoveForgotten(ElsewhereRoot);

    internal static IReadOnlyList<string> RemoveForgotten(string root)
    {
        List<string> forgotten = [];
        foreach (var place in Directory.Exists(root) && Environment.IsPrivilegedProcess ? Directory.EnumerateDirectories(root) : [])
        {
            var owner = Path.Combine(place, OwnerFile);
            if (File.Exists(owner) && File.ReadAllText(owner) is var folder && ResolveLink(folder) != Path.Combine(place, Path.GetFileName(folder)))
            {
                Directory.Delete(place, recursive: true);
                forgotten.Add(folder);
            }
        }

        return forgotten;
    }
}
