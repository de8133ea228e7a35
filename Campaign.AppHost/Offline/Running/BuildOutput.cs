using Campaign.LocalServers;

namespace Campaign.AppHost.Offline;

/// <summary>Where a project's build put its program: the same place below its own folder as the host's below the host's (bin/Release/net10.0).</summary>
internal static class BuildOutput
{
    private static readonly string Below = BelowProject(AppContext.BaseDirectory);

    public static string Of(IProjectMetadata project)
    {
        var file = Path.Combine(
            Path.GetDirectoryName(project.ProjectPath)!,
            Below,
            Path.GetFileNameWithoutExtension(project.ProjectPath) + ".dll");
        return File.Exists(file) ? file : throw new ServerException($"{file} is missing; build the host with its services first: dotnet build Campaign.AppHost -c Release.");
    }

    private static string BelowProject(string output)
    {
        var start = output.LastIndexOf($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
        return output[(start + 1)..];
    }
}

internal static class DotNet
{
    /// <summary>The program that runs us.</summary>
    public static string Program { get; } =
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH")
        ?? (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath : null)
        ?? Programs.Find("dotnet")
        ?? throw new ServerException("The program dotnet was not found; install the .NET 10 SDK and put it on the PATH.");
}
