using Campaign.Contracts;
using Campaign.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;

namespace Campaign.Portal.Tests.Gateway;

/// <summary>The Portal in this process, on a real database, before services at the given addresses.</summary>
public sealed class PortalFactory(string database, string origin, params string[] services) : WebApplicationFactory<Program>
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production"); // as the app model starts it
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.UseSetting("ConnectionStrings:portaldb", database);
        builder.UseSetting("Identity:PublicOrigin", origin);
        builder.UseSetting("Client:Secret", "secret of the test");
        foreach (var name in Resources.Services)
        {
            for (var i = 0; i < services.Length; i++)
            {
                builder.UseSetting($"services:{name}:http:{i}", services[i]);
            }
        }
    }

    /// <summary>A browser: it keeps cookies and follows redirects.</summary>
    public HttpClient Browser() => CreateClient();

    /// <summary>Waits until the schema is there.</summary>
    public Task ReadyAsync() =>
        Eventually.TrueAsync(
            "the Portal to be healthy",
            async () =>
            {
                using var client = CreateClient();
                using var answer = await client.GetAsync(new Uri("/health", UriKind.Relative));
                return answer.IsSuccessStatusCode;
            },
            healthy => healthy
        );
}
