using Campaign.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Hosting.ServiceCalls;

/// <summary>Calls from one service to another: found by name, authenticated as the service, with a timeout.</summary>
public static class ServiceCallExtensions
{
    public static WebApplicationBuilder AddServiceCalls(this WebApplicationBuilder builder, string service)
    {
        builder.Services.AddServiceDiscovery();
        builder
            .Services.AddHttpClient(ServiceTokens.Client, http =>
            {
                http.BaseAddress = new Uri($"http://{Resources.Identity}");
                http.Timeout = TimeSpan.FromSeconds(5);
            })
            .AddServiceDiscovery();
        builder.Services.AddSingleton(provider => new ServiceTokens(
            provider.GetRequiredService<IHttpClientFactory>(),
            provider.GetRequiredService<TimeProvider>(),
            service,
            builder.Configuration["Client:Secret"]
        ));
        builder.Services.AddTransient<ServiceTokenHandler>();
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
        client.AddHttpMessageHandler<ServiceTokenHandler>().AddServiceDiscovery();
}
