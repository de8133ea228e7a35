namespace Campaign.Testing;

/// <summary>Where the checkout is that the tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) =>
        folder switch
        {
            null => throw new InvalidOperationException("The tests run outside of a checkout: no Campaign.slnx above them."),
            _ when File.Exists(Path.Combine(folder.FullName, "Campaign.slnx")) => folder.FullName,
            _ => Find(folder.Parent),
        };
}
