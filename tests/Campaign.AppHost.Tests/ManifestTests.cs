using System.Diagnostics;
using System.Text.Json;

namespace Campaign.AppHost.Tests;

/// <summary>The manifest is what deployment files are held against: it says all that runs, and nothing of this machine.</summary>
public sealed class ManifestTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("campaign-manifest-").FullName;

    [Fact]
    public async Task Manifest_names_every_service_as_a_project_with_its_database_broker_and_secret()
    {
        var resources = await PublishAsync();

        foreach (var service in (string[])[.. Resources.Services, Resources.Portal])
        {
            var project = resources.GetProperty(service);
            project.GetProperty("type").GetString().ShouldBe("project.v0");
            project.GetProperty("path").GetString()!.ShouldEndWith(".csproj");
            var told = project.GetProperty("env");
            told.GetProperty($"ConnectionStrings__{service}db").GetString().ShouldBe($"{{{service}db.connectionString}}");
            told.GetProperty("ConnectionStrings__rabbitmq").GetString().ShouldBe("{rabbitmq.connectionString}");
            told.GetProperty("Client__Secret").GetString().ShouldBe($"{{{service}-secret.value}}");
            told.GetProperty("Identity__PublicOrigin").GetString().ShouldBe("{portal.bindings.http.url}");
            resources
                .GetProperty($"{service}-secret")
                .GetProperty("inputs")
                .GetProperty("value")
                .GetProperty("secret")
                .GetBoolean()
                .ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Manifest_takes_the_servers_from_the_images_that_the_tests_use()
    {
        var resources = await PublishAsync();

        resources
            .GetProperty(Resources.Postgres)
            .GetProperty("image")
            .GetString()
            .ShouldBe($"docker.io/library/{ServerImages.Postgres}:{ServerImages.PostgresTag}");
        resources
            .GetProperty(Resources.RabbitMq)
            .GetProperty("image")
            .GetString()
            .ShouldBe($"docker.io/library/{ServerImages.RabbitMq}:{ServerImages.RabbitMqTag}");
    }

    [Fact]
    public async Task Whoever_listens_to_a_service_is_told_where_it_is()
    {
        var resources = await PublishAsync();

        foreach (var (listener, publishers) in Topology.Subscriptions)
        {
            foreach (var publisher in publishers)
            {
                resources
                    .GetProperty(listener)
                    .GetProperty("env")
                    .TryGetProperty($"services__{publisher}__http__0", out _)
                    .ShouldBeTrue($"{listener} of {publisher}");
            }
        }
    }

    [Fact]
    public async Task Manifest_holds_nothing_that_only_this_machine_runs_and_no_value_of_a_secret()
    {
        var names = (await PublishAsync()).EnumerateObject().Select(resource => resource.Name).ToList();

        names.ShouldNotContain("servers");
        names.ShouldNotContain("demo");
        names.ShouldNotContain("rabbitmq-names");
        Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).ShouldBe(["manifest.json"]); // no data folder was made
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<JsonElement> PublishAsync()
    {
        var file = Path.Combine(folder, "manifest.json");
        using var host = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    "exec",
                    HostProcess.Program,
                    "--operation",
                    "publish",
                    "--publisher",
                    "manifest",
                    "--output-path",
                    file,
                    "--data",
                    Path.Combine(folder, "data"),
                ]
            )
            {
                RedirectStandardOutput = true,
            }
        )!;
        var said = await host.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await host.WaitForExitAsync(TestContext.Current.CancellationToken);
        host.ExitCode.ShouldBe(0, said);
        return JsonDocument
            .Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))
            .RootElement.GetProperty("resources");
    }
}
