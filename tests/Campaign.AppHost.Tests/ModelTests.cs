using System.Globalization;
using Campaign.Scenarios;
using Campaign.Scenarios.Telling;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.AppHost.Tests;

/// <summary>The running model as a whole: what is in it, and that it works.</summary>
public sealed class ModelTests(RunningModel model)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Servers_stand_under_one_parent_and_databases_under_their_server()
    {
        var resources = model.Application.Services.GetRequiredService<DistributedApplicationModel>().Resources;

        foreach (var server in new[] { Resources.Postgres, Resources.RabbitMq })
        {
            ParentOf(resources, server).ShouldBe("servers");
        }

        foreach (var service in (string[])[.. Resources.Services, Resources.Portal])
        {
            ((IResourceWithParent)resources.Single(resource => resource.Name == $"{service}db")).Parent.Name.ShouldBe(Resources.Postgres);
        }
    }

    [Fact]
    public async Task What_a_cell_did_travels_from_the_gateway_to_City()
    {
        using var said = new StringWriter(CultureInfo.InvariantCulture);

        var code = await CommandLine.RunAsync(
            ["city-year", "--portal", model.Portal.ToString(), "--districts", "1", "--cells", "2", "--members", "20", "--months", "1"],
            variable =>
                model.Parameters.Get(
                    variable switch
                    {
                        "CAMPAIGN_OPERATOR_PASSWORD" => "operator-password",
                        "CAMPAIGN_DEMO_PASSWORD" => "demo-password",
                        _ => "scenarios-secret",
                    }
                ),
            new Narrator(said, plain: true),
            Cancellation
        );

        code.ShouldBe(0, said.ToString());
        said.ToString().ShouldMatch("attendance=[1-9]");
    }

    [Fact]
    public void Whoever_refers_to_a_service_is_told_all_its_processes()
    {
        var told = EnvironmentOf(model.Of(Resources.Portal));
        var replica = EnvironmentOf(model.Of("session-2"));

        told["services__session__http__0"].ShouldBe(model.Of("session").Url);
        told["services__session__http__1"].ShouldBe(model.Of("session-2").Url);
        told["services__session__http__1"].ShouldNotBe(told["services__session__http__0"]);
        replica["ASPNETCORE_URLS"].ShouldBe(model.Of("session-2").Url);
        replica["ConnectionStrings__sessiondb"].ShouldNotBeEmpty();
        replica["Client__Secret"].ShouldBe(model.Parameters.Get("session-secret"));
        replica.ShouldNotContainKey(RunningModel.Secret);
    }

    [Fact]
    public void Everything_listens_on_this_machine_alone_and_no_server_is_root()
    {
        foreach (var status in model.Board.All.Where(status => status.ProcessId is not null))
        {
            Sockets.ListenersOf(status.ProcessId!.Value).ShouldAllBe(address => address == "loopback", status.Name);
            if (status.Kind != "service")
            {
                Sockets.EffectiveUserOf(status.ProcessId.Value).ShouldNotBe("0", status.Name);
            }
        }
    }

    [Fact]
    public async Task Secrets_are_kept_with_the_data_for_their_owner_alone()
    {
        var file = Path.Combine(model.Data, "parameters.json");

        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var names = System
            .Text.Json.JsonDocument.Parse(await File.ReadAllTextAsync(file, Cancellation))
            .RootElement.EnumerateObject()
            .Select(value => value.Name);
        names.ShouldContain("demo-password"); // used by no service, asked for by ./run
        names.ShouldContain("postgres-password");
    }

    private static Dictionary<string, string> EnvironmentOf(Status status) =>
        File.ReadAllText($"/proc/{status.ProcessId}/environ")
            .Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Select(variable => variable.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1]);

    private static string? ParentOf(IEnumerable<IResource> resources, string name) =>
        resources
            .Single(resource => resource.Name == name)
            .Annotations.OfType<ResourceRelationshipAnnotation>()
            .SingleOrDefault(relation => relation.Type == "Parent")
            ?.Resource.Name;
}
