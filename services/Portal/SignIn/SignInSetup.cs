using Campaign.Contracts;
using Campaign.Hosting.Access;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Campaign.Portal.SignIn;

/// <summary>
/// OpenID Connect with Identity: the Portal talks to Identity on its inner address, browsers are sent to the public
/// origin, behind which the gateway leads to Identity again.
/// </summary>
public static class SignInSetup
{
    public static WebApplicationBuilder AddSignIn(this WebApplicationBuilder builder)
    {
        var origin = PublicOrigin.From(builder.Configuration);
        builder.Services.AddSingleton(origin);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddMemoryCache();
        builder.Services.AddSingleton<SessionTickets>();
        builder.Services.AddSingleton<TokenRefresh>();
        builder.Services.AddSingleton<AccessTokens>();
        builder.Services.AddHostedService<SessionCleanup>();
        builder
            .Services.AddAuthentication(options =>
            {
                options.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
                options.DefaultChallengeScheme = OpenIdConnectDefaults.AuthenticationScheme;
            })
            .AddCookie(cookie => Configure(cookie, origin))
            .AddOpenIdConnect(oidc => Configure(oidc, origin, builder.Configuration));
        builder
            .Services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<SessionTickets>((cookie, tickets) => cookie.SessionStore = tickets);

        // deny by default: what is public says so, and what somebody signed in may see is said by the services
        builder.Services.AddAuthorization(options =>
        {
            options.FallbackPolicy = new AuthorizationPolicyBuilder()
                .RequireAssertion(context =>
                    context.User.Identity?.IsAuthenticated == true
                    || (context.Resource as HttpContext)?.GetEndpoint()?.Metadata.GetMetadata<AccessRule>()?.Public == true
                )
                .Build();
        });
        builder.Services.AddCascadingAuthenticationState();
        return builder;
    }

    private static void Configure(CookieAuthenticationOptions cookie, PublicOrigin origin)
    {
        cookie.Cookie.Name = "campaign-portal";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = origin.CookiePolicy;
        cookie.ExpireTimeSpan = SessionTickets.Lifetime;
        cookie.SlidingExpiration = false;
    }

    private static void Configure(OpenIdConnectOptions oidc, PublicOrigin origin, ConfigurationManager configuration)
    {
        var identity = (configuration[$"services:{Resources.Identity}:http:0"] ?? $"http://{Resources.Identity}").TrimEnd('/');
        oidc.MetadataAddress = $"{identity}/.well-known/openid-configuration";
        oidc.RequireHttpsMetadata = false; // the inner address; TLS ends at the ingress
        oidc.BackchannelTimeout = TimeSpan.FromSeconds(10);
        oidc.ClientId = Resources.Portal;
        oidc.ClientSecret = configuration["Client:Secret"];
        oidc.ResponseType = OpenIdConnectResponseType.Code;
        oidc.ResponseMode = OpenIdConnectResponseMode.Query;
        oidc.UsePkce = true;
        oidc.SaveTokens = true;
        oidc.MapInboundClaims = false;
        oidc.Scope.Clear();
        oidc.Scope.Add("openid");
        oidc.Scope.Add("profile");
        oidc.Scope.Add("offline_access");
        oidc.TokenValidationParameters.NameClaimType = "name";
        oidc.TokenValidationParameters.ValidIssuer = origin.Issuer;
        oidc.ClaimActions.Clear();

        // over http on loopback browsers drop what says SameSite=None, and a query response needs no more than Lax
        foreach (var cookie in new[] { oidc.CorrelationCookie, oidc.NonceCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = origin.CookiePolicy;
        }

        oidc.SignedOutRedirectUri = "/signed-out";
        oidc.Events = new BrowserRedirects(origin);
    }
}
