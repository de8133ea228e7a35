using System.Reflection;
using Aspire.Hosting;

namespace Campaign.AppHost.Sample;

/// <summary>A system of two services, to be run as a process of its own.</summary>
internal static class SampleHost
{
    public static void Run(string[] args)
    {
        var builder = DistributedApplication.CreateBuilder(args);
        foreach (var name in new[] { "one", "two" })
        {
            builder.AddProject<SampleProject>(name, launchProfileName: null).WithHttpEndpoint().WithHttpHealthCheck("/health");
        }

        builder.Build().Run();
    }

    private sealed class SampleProject : IProjectMetadata
    {
        public string ProjectPath => typeof(SampleProject).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == "Sample").Value!;
    }
}
