namespace Campaign.LocalServers;

/// <summary>Where this machine keeps the programs that servers are made of.</summary>
public static class Programs
{
    private static readonly string[] ExtraFolders =
    [
        "/usr/sbin",
        "/usr/local/sbin",
        "/opt/homebrew/sbin",
        "/opt/homebrew/bin",
        "/usr/local/bin",
    ];

    /// <summary>The newest PostgreSQL's program folder (the one with <c>initdb</c>), or null.</summary>
    public static string? PostgresFolder() =>
        Versions("/usr/lib/postgresql", "bin")
            .Concat(Versions("/opt/homebrew/opt", "bin", "postgresql@"))
            .Concat(Versions("/usr", "bin", "pgsql-"))
            .Concat(SearchFolders())
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));

    /// <summary>
    /// RabbitMQ's start script, or null. The one of Debian's library folder comes first: the one on the path insists on the system's
    /// account.
    /// </summary>
    public static string? RabbitMqServer() =>
        new[] { "/usr/lib/rabbitmq/bin" }
            .Concat(SearchFolders())
            .Select(folder => Path.Combine(folder, "rabbitmq-server"))
            .FirstOrDefault(File.Exists);

    /// <summary>A program on the search path (or in the usual administrators' folders), or null.</summary>
    public static string? Find(string name) => SearchFolders().Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private static IEnumerable<string> SearchFolders() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat(ExtraFolders);

    private static IEnumerable<string> Versions(string parent, string child, string prefix = "") =>
        !Directory.Exists(parent)
            ? []
            : Directory
                .EnumerateDirectories(parent, prefix + "*")
                .Select(folder => (Path: Path.Combine(folder, child), Name: Path.GetFileName(folder)[prefix.Length..]))
                .Where(found => int.TryParse(found.Name, out _) && Directory.Exists(found.Path))
                .OrderByDescending(found => int.Parse(found.Name, System.Globalization.CultureInfo.InvariantCulture))
                .Select(found => found.Path);
}
