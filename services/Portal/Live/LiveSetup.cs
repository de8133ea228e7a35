using Campaign.Contracts;
using Campaign.Hosting.ServiceCalls;

namespace Campaign.Portal.Live;

/// <summary>Pages that change when what they show changes.</summary>
public static class LiveSetup
{
    public static WebApplicationBuilder AddLive(this WebApplicationBuilder builder)
    {
        builder.AddServiceCalls(Resources.Portal);
        builder
            .Services.AddHttpClient(ChangeReader.Connections, http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler { UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(3) }
            )
            .CallAsThisService();
        builder.Services.AddSingleton<IChangeSource, ChangeReader>().AddSingleton<ChangeFeeds>().AddScoped<LiveUpdates>();
        return builder;
    }
}
