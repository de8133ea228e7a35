using Campaign.Api.Tokens;
using Campaign.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Hosting.ServiceCalls;

/// <summary>Calls from one service to another: found by name, authenticated as the service, with a timeout.</summary>
public static class ServiceCallExtensions
{
    private const string Tokens = "identity-tokens";

    public static WebApplicationBuilder AddServiceCalls(this WebApplicationBuilder builder, string service)
    {
        builder.Services.AddServiceDiscovery();
        builder
            .Services.AddHttpClient(Tokens, http =>
            {
                http.BaseAddress = new Uri($"http://{Resources.Identity}");
                http.Timeout = TimeSpan.FromSeconds(5);
            })
            .AddServiceDiscovery();
        builder.Services.AddSingleton(provider => new ClientCredentials(
            () => provider.GetRequiredService<IHttpClientFactory>().CreateClient(Tokens),
            service,
            builder.Configuration["Client:Secret"]
                ?? throw new InvalidOperationException("Client:Secret is not configured for this service."),
            provider.GetRequiredService<TimeProvider>()
        ));
        builder.Services.AddTransient<ClientCredentialsHandler>();
        return builder;
    }

    /// <summary>A named client of another service's own address, with this service's token.</summary>
    public static IHttpClientBuilder AddServiceClient(this IServiceCollection services, string name, string service) =>
        services
            .AddHttpClient(name, http =>
            {
                http.BaseAddress = new Uri($"http://{service}");
                http.Timeout = TimeSpan.FromSeconds(10);
            })
            .CallAsThisService();

    /// <summary>Calls of this client carry this service's token, and find the other service by its name.</summary>
    public static IHttpClientBuilder CallAsThisService(this IHttpClientBuilder client) =>
        client.AddHttpMessageHandler<ClientCredentialsHandler>().AddServiceDiscovery();
}
