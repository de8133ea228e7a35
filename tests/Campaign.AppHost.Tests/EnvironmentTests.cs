namespace Campaign.AppHost.Tests;

public sealed class EnvironmentTests
{
    [Fact]
    public async Task Service_gets_the_variables_that_Aspire_sets()
    {
        await using var system = new RunningSystem((builder, self) =>
        {
            var user = builder.AddParameter("user", "ann");
            var target = builder.AddSample("target", self).WithReplicas(2);
            builder.AddSample("caller", self)
                .WithReference(target)
                .WithEnvironment("Caller__Target", target.GetEndpoint("http"))
                .WithEnvironment("Caller__User", user)
                .WithEnvironment("Caller__Text", "http://{ann}");
        });

        var replicas = new[] { await system.HealthyAsync("target-0"), await system.HealthyAsync("target-1") };
        var environment = await system.EnvironmentAsync("caller");

        replicas[0].Url.ShouldNotBe(replicas[1].Url);
        environment["services__target__http__0"].ShouldBe(replicas[0].Url);
        environment["services__target__http__1"].ShouldBe(replicas[1].Url);
        environment["Caller__Target"].ShouldBe(replicas[0].Url);
        environment["Caller__User"].ShouldBe("ann");
        environment["Caller__Text"].ShouldBe("http://{ann}");
        environment["ASPNETCORE_URLS"].ShouldBe((await system.HealthyAsync("caller")).Url);
        environment["OTEL_SERVICE_NAME"].ShouldBe("caller");
        environment["OTEL_RESOURCE_ATTRIBUTES"].ShouldContain("service.instance.id=caller");
        environment["Operations__ResourcesFile"].ShouldBe(Path.Combine(system.Data, "run", "endpoints.json"));
    }

    [Fact]
    public async Task Service_sees_the_collector_of_the_host_but_not_its_secrets()
    {
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4317");
        Environment.SetEnvironmentVariable("CAMPAIGN_OPERATOR_PASSWORD", "not for services");
        try
        {
            await using var system = new RunningSystem((builder, self) => builder.AddSample("one", self));

            var environment = await system.EnvironmentAsync("one");

            environment["OTEL_EXPORTER_OTLP_ENDPOINT"].ShouldBe("http://127.0.0.1:4317");
            environment.ShouldNotContainKey("CAMPAIGN_OPERATOR_PASSWORD");
        }
        finally
        {
            Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT", null);
            Environment.SetEnvironmentVariable("CAMPAIGN_OPERATOR_PASSWORD", null);
        }
    }

    [Fact]
    public async Task Replicas_are_set_by_configuration_of_the_model()
    {
        await using var system = new RunningSystem(
            (builder, self) => builder.AddSample("one", self).WithReplicas(int.Parse(builder.Configuration["Replicas:one"]!, System.Globalization.CultureInfo.InvariantCulture)),
            "--Replicas:one=3");

        await system.HealthyAsync("one-2");

        RunningSystem.Lines(system.Data).Select(line => line.Resource).ShouldBe(["one", "one", "one"]);
    }
}
