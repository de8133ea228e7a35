using Campaign.Hosting.Access;
using Campaign.Identity.Keys;
using Microsoft.Extensions.Options;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Campaign.Identity.Tokens;

/// <summary>OpenIddict's settings and its endpoints.</summary>
internal static class TokenSetup
{
    public const string AuthorizePath = "connect/authorize";
    public const string TokenPath = "connect/token";
    public const string SignOutPath = "connect/sign-out";

    public static void AddTokens(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<TokenPrincipals>();
        builder.Services.AddScoped<TokenEndpoint>();
        builder.Services.AddHostedService<TokenCleanup>();
        builder.Services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>>(services =>
            services.GetRequiredService<SigningKeyRing>()
        );
        builder.Services.AddSingleton<IOptionsChangeTokenSource<OpenIddictServerOptions>>(services =>
            services.GetRequiredService<SigningKeyRing>()
        );
        builder
            .Services.AddOptions<OpenIddictServerOptions>()
            .Configure<IOptions<IdentitySettings>>((options, settings) => options.Issuer = settings.Value.Issuer);
        builder
            .Services.AddOpenIddict()
            .AddCore(core =>
                core.UseEntityFrameworkCore()
                    .UseDbContext<IdentityDb>()
                    .ReplaceDefaultEntities<StoredClient, StoredAuthorization, StoredScope, StoredToken, Guid>()
            )
            .AddServer(Configure);
    }

    private static void Configure(OpenIddictServerBuilder server)
    {
        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().AllowRefreshTokenFlow().AllowClientCredentialsFlow();
        server.SetAuthorizationEndpointUris(AuthorizePath).SetTokenEndpointUris(TokenPath).SetEndSessionEndpointUris(SignOutPath);
        server.RegisterScopes(Scopes.OpenId, Scopes.Profile, Scopes.OfflineAccess);
        server.RegisterClaims(Claims.Subject, Claims.Name, TokenPrincipals.MemberClaim, TokenPrincipals.PostsClaim);
        server
            .SetAccessTokenLifetime(TimeSpan.FromMinutes(15))
            .SetAuthorizationCodeLifetime(TimeSpan.FromMinutes(2))
            .SetRefreshTokenLifetime(TimeSpan.FromHours(12))
            .SetRefreshTokenReuseLeeway(TimeSpan.FromSeconds(15));
        server.DisableAccessTokenEncryption().UseReferenceRefreshTokens();

        // PKCE with the verifier in clear protects nobody
        server.Configure(options => options.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain));

        // codes and refresh tokens are protected by data protection, whose keys the replicas share; OpenIddict wants an
        // encryption key all the same, and nothing is ever encrypted with this one
        server.UseDataProtection().PreferDefaultAccessTokenFormat();
        server.AddEphemeralEncryptionKey();

        server.AddEventHandler<HandleConfigurationRequestContext>(handler =>
            handler.UseSingletonHandler<PublicAddresses>().SetOrder(int.MaxValue - 100_000)
        );
        server
            .UseAspNetCore()
            .EnableAuthorizationEndpointPassthrough()
            .EnableTokenEndpointPassthrough()
            .EnableEndSessionEndpointPassthrough()
            .DisableTransportSecurityRequirement(); // TLS ends at the ingress; services listen on loopback or inside the cluster
    }

    public static void MapTokens(this WebApplication app)
    {
        app.MapMethods(AuthorizePath, [HttpMethods.Get, HttpMethods.Post], AuthorizeEndpoint.HandleAsync)
            .AllowPublic()
            .ExcludeFromDescription();
        app.MapPost(TokenPath, TokenEndpoint.HandleAsync).AllowPublic().ExcludeFromDescription();
    }
}
