using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Campaign.AppHost.Offline;

/// <summary>Collects what AppHost.cs describes.</summary>
internal sealed class ApplicationBuilder : IDistributedApplicationBuilder
{
    private static readonly Dictionary<string, string> Switches = new()
    {
        ["--data"] = "Offline:Data",
        ["--port"] = "Portal:Port",
        ["--reset"] = "Offline:Reset",
        ["--operation"] = "AppHost:Operation",
    };

    private readonly List<IResource> resources = [];

    public ApplicationBuilder(string[] args)
    {
        Configuration.AddEnvironmentVariables();
        Configuration.AddCommandLine([.. args.Select(arg => arg == "--reset" ? "--reset=true" : arg)], Switches);
        Data = new DataFolder(Configuration["Offline:Data"] ?? DefaultData());
        Parameters = new ParameterStore(Data.ParametersFile);
        ExecutionContext = new(string.Equals(Configuration["AppHost:Operation"], "publish", StringComparison.OrdinalIgnoreCase));
    }

    public ConfigurationManager Configuration { get; } = new();
    public DistributedApplicationExecutionContext ExecutionContext { get; }
    public DataFolder Data { get; }
    public ParameterStore Parameters { get; }
    public IReadOnlyList<IResource> Resources => resources;
    public bool Reset => Configuration.GetValue("Offline:Reset", false);

    public IResourceBuilder<T> Add<T>(T resource) where T : IResource
    {
        if (resources.Exists(other => string.Equals(other.Name, resource.Name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new InvalidOperationException($"Two resources are named '{resource.Name}'.");
        }

        resources.Add(resource);
        return new ResourceBuilder<T>(this, resource);
    }

    public DistributedApplication Build() => new(this);

    // beside the host's own folder, so that every way to start this clone finds the same data
    private static string DefaultData()
    {
        var host = typeof(ApplicationBuilder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(attribute => attribute.Key == "AppHostDirectory").Value!;
        return Path.Combine(host, "..", ".campaign");
    }
}
