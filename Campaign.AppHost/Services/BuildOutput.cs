using Campaign.LocalServers;

namespace Campaign.AppHost;

/// <summary>
/// Where a project's build put its program: the same place below its own folder as the host's below the host's (bin/Release/net10.0).
/// </summary>
internal static class BuildOutput
{
    private static readonly string Below = BelowProject(typeof(BuildOutput).Assembly.Location);

    public static string Of(IProjectMetadata project) =>
        Path.Combine(Path.GetDirectoryName(project.ProjectPath)!, Below, Path.GetFileNameWithoutExtension(project.ProjectPath));

    /// <exception cref="ServerException">it was not built</exception>
    public static void Demand(string program)
    {
        if (!File.Exists(program))
        {
            throw new ServerException(
                $"{program} is missing; build the host with its services first: dotnet build Campaign.AppHost -c Release."
            );
        }
    }

    private static string BelowProject(string assembly)
    {
        var output = Path.GetDirectoryName(assembly)!;
        var start = output.LastIndexOf($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
        return output[(start + 1)..];
    }
}
