namespace Campaign.AppHost;

/// <summary>The two-year campaign of one district, played into the running system when somebody starts it.</summary>
internal sealed class DemoResource(string program) : ExecutableResource("demo", program, Path.GetDirectoryName(program)!);

internal static class Demo
{
    public static void AddDemo(
        this IDistributedApplicationBuilder builder,
        IResourceBuilder<ServiceResource> portal,
        Dictionary<string, IResourceBuilder<ParameterResource>> secrets
    )
    {
        if (builder.ExecutionContext.IsPublishMode)
        {
            return;
        }

        var demo = builder
            .AddResource(new DemoResource(BuildOutput.Of(new ScenariosProject(builder.AppHostDirectory))))
            .WithArgs("thanh-xuan", "--portal", portal.GetEndpoint("http"))
            .WaitFor(portal)
            .WithExplicitStart()
            .WithIconName("PlayCircle");
        foreach (var (variable, secret) in secrets)
        {
            demo.WithEnvironment(variable, secret);
        }
    }

    private sealed class ScenariosProject(string host) : IProjectMetadata
    {
        public string ProjectPath => Path.GetFullPath(Path.Combine(host, "..", "tests", "Campaign.Scenarios", "Campaign.Scenarios.csproj"));
    }
}
