using System.Net;
using System.Net.Sockets;

namespace Campaign.AppHost.Tests;

public sealed class FailureTests
{
    [Fact]
    public async Task Port_in_use_is_said_with_its_number_and_the_way_out()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var failure = await FailureAsync((builder, _) => builder.AddProject<SampleProject>("one", launchProfileName: null).WithHttpEndpoint(port: port));

        failure.Message.ShouldBe($"Port {port}, the address of one, is in use by another program; stop it, or choose another with --port.");
    }

    [Fact]
    public async Task Service_that_was_not_built_is_said_with_the_command_that_builds_it()
    {
        var failure = await FailureAsync((builder, _) => builder.AddProject<NotBuilt>("one", launchProfileName: null));

        failure.Message.ShouldContain("dotnet build Campaign.AppHost");
    }

    [Fact]
    public async Task Fixed_port_and_replicas_contradict_each_other()
    {
        var failure = await FailureAsync((builder, _) => builder.AddProject<SampleProject>("one", launchProfileName: null).WithHttpEndpoint(port: Ports.Free()).WithReplicas(2));

        failure.Message.ShouldContain("Replicas:one");
    }

    [Fact]
    public async Task Publishing_needs_Aspire_itself()
    {
        var failure = await FailureAsync((builder, _) => builder.ExecutionContext.IsPublishMode.ShouldBeTrue(), "--operation", "publish");

        failure.Message.ShouldContain("AspireHosting=packages");
    }

    private static async Task<ServerException> FailureAsync(Action<IDistributedApplicationBuilder, RunningSystem> describe, params string[] args)
    {
        await using var system = new RunningSystem(describe, args);
        return await Should.ThrowAsync<ServerException>(system.Completion);
    }

    private sealed class NotBuilt : IProjectMetadata
    {
        public string ProjectPath => "/nowhere/Nothing.csproj";
    }
}
