using Campaign.Contracts;

namespace Campaign.Benchmarks.CheckIn;

/// <summary>A service's configuration, as the app model would give it.</summary>
internal static class Settings
{
    public static readonly string[] Districts = [.. Enumerable.Range(1, 10).Select(number => $"d{number:00}")];

    public static Dictionary<string, string?> Of(string databaseName, string database, string broker) =>
        new()
        {
            [$"ConnectionStrings:{databaseName}"] = database,
            [$"ConnectionStrings:{Resources.RabbitMq}"] = broker,
            ["Identity:PublicOrigin"] = "http://127.0.0.1",
            ["Messaging:Districts"] = string.Join(',', Districts),
            ["Logging:LogLevel:Default"] = "None",
            ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "None",
            ["environment"] = "Production",
        };

    public static async Task UntilReadyAsync(HttpClient client, CancellationToken ct)
    {
        while (!(await client.GetAsync("health", ct)).IsSuccessStatusCode)
        {
            await Task.Delay(100, ct);
        }
    }
}
