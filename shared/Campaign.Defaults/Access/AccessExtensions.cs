using System.Security.Claims;
using Campaign.Contracts;
using Campaign.Defaults.Problems;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace Campaign.Defaults.Access;

/// <summary>Signed tokens from Identity, and nothing allowed that no rule allows.</summary>
public static class AccessExtensions
{
    public const string Audience = "campaign";

    public static WebApplicationBuilder AddAccess(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<Caller>();
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(bearer =>
        {
            var identity = configuration[$"services:{Resources.Identity}:http:0"] ?? $"http://{Resources.Identity}";
            bearer.MetadataAddress = $"{identity.TrimEnd('/')}/.well-known/openid-configuration";
            bearer.RequireHttpsMetadata = false; // inside the cluster; TLS ends at the ingress
            bearer.MapInboundClaims = false;
            bearer.BackchannelTimeout = TimeSpan.FromSeconds(5);
            bearer.TokenValidationParameters.ValidAudience = Audience;
            bearer.TokenValidationParameters.ValidIssuer = $"{configuration["Identity:PublicOrigin"]?.TrimEnd('/')}/";
            bearer.TokenValidationParameters.NameClaimType = "name";
            bearer.TokenValidationParameters.ClockSkew = TimeSpan.FromSeconds(30);
            bearer.Events = new JwtBearerEvents { OnAuthenticationFailed = DemandKeysAsync };
        });

        builder.Services.AddSingleton<IAuthorizationHandler, AccessRuleHandler>();
        builder.Services.AddAuthorization(options => options.FallbackPolicy =
            new AuthorizationPolicyBuilder().AddRequirements(new AccessRuleRequirement()).Build());
        builder.Services.AddHostedService<EveryEndpointHasARule>();
        return builder;
    }

    /// <summary>A token whose key is not known because Identity cannot be asked is no reason to sign in again.</summary>
    /// <exception cref="Problem"><c>identity-unavailable</c> (503).</exception>
    private static async Task DemandKeysAsync(AuthenticationFailedContext failed)
    {
        if (failed.Exception is not SecurityTokenSignatureKeyNotFoundException || failed.Options.ConfigurationManager is not { } keys)
        {
            return;
        }

        try
        {
            await keys.GetConfigurationAsync(failed.HttpContext.RequestAborted);
        }
        catch (InvalidOperationException)
        {
            throw new Problem("identity-unavailable", 503, "Nobody's sign-in can be checked at the moment, and nothing was changed. Try again in a few seconds.");
        }
    }
}

internal sealed class AccessRuleRequirement : IAuthorizationRequirement;

/// <summary>Allows what the endpoint's rule allows; without a rule, nothing.</summary>
internal sealed class AccessRuleHandler : AuthorizationHandler<AccessRuleRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AccessRuleRequirement requirement)
    {
        // a request that matched no endpoint of ours goes on to its 404, 405 or 415
        var endpoint = (context.Resource as HttpContext)?.GetEndpoint();
        if (endpoint is not RouteEndpoint || (endpoint.Metadata.GetMetadata<AccessRule>() is { } rule && Allows(rule, context.User)))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }

    private static bool Allows(AccessRule rule, ClaimsPrincipal user) =>
        rule.Public || (user.Identity?.IsAuthenticated == true
            && (rule.Roles.Count == 0 || Caller.PostsOf(user).Any(post => rule.Roles.Contains(post.Role))));
}
