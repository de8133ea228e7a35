using Campaign.Api.City;
using Campaign.Api.Directive;
using Campaign.Api.Evaluation;
using Campaign.Api.Identity;
using Campaign.Api.Operations;
using Campaign.Api.Organization;
using Campaign.Api.Recognition;
using Campaign.Api.Session;
using Campaign.Portal.Directives;
using Campaign.Portal.Operations;
using Campaign.Portal.SignIn;
using Campaign.Portal.Vocabulary;
using Microsoft.AspNetCore.Components.Authorization;

namespace Campaign.Portal.Calls;

/// <summary>The typed clients of the services, with the token of the person whose page asks.</summary>
public static class ServiceClients
{
    /// <summary>The connections to the services, shared by all pages.</summary>
    public const string Connections = "services";

    public static WebApplicationBuilder AddServiceClients(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ServiceAddresses>();
        builder.Services.AddTransient<ServiceRouting>();
        builder
            .Services.AddHttpClient(Connections)
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler
                {
                    UseCookies = false,
                    ConnectTimeout = TimeSpan.FromSeconds(3),
                    PooledConnectionLifetime = TimeSpan.FromMinutes(2),
                }
            )
            .AddHttpMessageHandler<ServiceRouting>();
        builder.Services.AddHttpClient(ResourceStates.Probes, http => http.Timeout = TimeSpan.FromSeconds(3));
        AddClient(builder, http => new OrganizationClient(http));
        AddClient(builder, http => new DirectiveClient(http));
        AddClient(builder, http => new SessionClient(http));
        AddClient(builder, http => new EvaluationClient(http));
        AddClient(builder, http => new RecognitionClient(http));
        AddClient(builder, http => new CityClient(http));
        AddClient(builder, http => new IdentityClient(http));
        AddClient(builder, http => new MessagingClient(http));
        AddClient(builder, http => new CatalogueClient(http));
        builder.Services.AddSingleton<CatalogueCache>().AddScoped<Catalogues>().AddScoped<ServiceList>().AddScoped<Permissions>();
        builder.Services.AddScoped<ResourceStates>().AddScoped<InboxCount>();
        return builder;
    }

    // built in the page's own scope: the factory would give its handlers another one, in which nobody is signed in
    private static void AddClient<TClient>(WebApplicationBuilder builder, Func<HttpClient, TClient> create)
        where TClient : class =>
        builder.Services.AddScoped(provider =>
            create(
                new HttpClient(
                    new PageTimeout(
                        new UserToken(
                            provider.GetRequiredService<AuthenticationStateProvider>(),
                            provider.GetRequiredService<AccessTokens>(),
                            provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(Connections)
                        )
                    ),
                    disposeHandler: false
                )
                {
                    BaseAddress = new Uri("http://gateway/"),
                    Timeout = PageTimeout.Longest,
                }
            )
        );
}
