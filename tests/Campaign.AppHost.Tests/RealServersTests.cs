using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Npgsql;

namespace Campaign.AppHost.Tests;

/// <summary>A model with the real PostgreSQL and RabbitMQ of this machine.</summary>
public sealed class RealServersTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Service_starts_when_its_servers_are_ready_and_gets_addresses_that_work()
    {
        await using var system = new RunningSystem((builder, self) =>
        {
            var password = builder.AddParameter("broker-password", new GenerateParameterDefault { MinLength = 24, Special = false }, secret: true, persist: true);
            var user = builder.AddParameter("broker-user", "someone");
            var rabbitmq = builder.AddRabbitMQ("rabbitmq", user, password).WithDataVolume().WithManagementPlugin();
            var database = builder.AddPostgres("postgres").WithDataVolume().AddDatabase("onedb");
            builder.AddSample("one", self)
                .WithReference(database).WaitFor(database)
                .WithReference(rabbitmq).WaitFor(rabbitmq)
                .WithEnvironment("Management", rabbitmq.GetEndpoint("management"));
        });
        var environment = await system.EnvironmentAsync("one");

        await using (var source = NpgsqlDataSource.Create(environment["ConnectionStrings__onedb"] + ";Pooling=false"))
        {
            await using var database = source.CreateCommand("select current_database()");
            (await database.ExecuteScalarAsync(Cancellation)).ShouldBe("onedb");
        }

        var broker = new Uri(environment["ConnectionStrings__rabbitmq"]);
        broker.UserInfo.ShouldStartWith("someone:");
        broker.Host.ShouldBe("127.0.0.1");
        (await ManagedNodeAsync(environment["Management"], broker.UserInfo)).ShouldBe("campaign@localhost");
        ListenersOf((await system.HealthyAsync("rabbitmq")).ProcessId!.Value).ShouldAllBe(address => address == "127.0.0.1");

        var killed = await system.HealthyAsync("postgres");
        using (var process = System.Diagnostics.Process.GetProcessById(killed.ProcessId!.Value))
        {
            process.Kill(entireProcessTree: true);
        }

        var again = await system.UntilAsync("postgres", line => line is { State: "healthy", Restarts: 1 });
        again.Url.ShouldBe(killed.Url);
    }

    private static async Task<string?> ManagedNodeAsync(string address, string credentials)
    {
        using var http = new HttpClient { DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(credentials))) } };
        using var overview = JsonDocument.Parse(await http.GetStringAsync(new Uri(address + "/api/overview"), Cancellation));
        return overview.RootElement.GetProperty("node").GetString();
    }

    // which of the listening sockets of this machine belong to the process
    private static IEnumerable<string> ListenersOf(int processId)
    {
        var sockets = Directory.EnumerateFiles($"/proc/{processId}/fd")
            .Select(descriptor => new FileInfo(descriptor).LinkTarget)
            .Where(target => target?.StartsWith("socket:[", StringComparison.Ordinal) == true)
            .Select(target => target![8..^1])
            .ToHashSet();
        return new[] { "tcp", "tcp6" }
            .SelectMany(protocol => File.ReadLines($"/proc/net/{protocol}").Skip(1))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields[3] == "0A" && sockets.Contains(fields[9]))
            .Select(fields => fields[1].Split(':')[0] == "0100007F" ? "127.0.0.1" : fields[1]);
    }
}
