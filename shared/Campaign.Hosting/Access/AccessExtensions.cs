using System.Security.Claims;
using Campaign.Contracts;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Hosting.Access;

/// <summary>Signed tokens from Identity, and nothing allowed that no rule allows.</summary>
public static class AccessExtensions
{
    public const string Audience = "campaign";

    public static WebApplicationBuilder AddAccess(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<Caller>();
        builder
            .Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme)
            .AddJwtBearer(bearer =>
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
                bearer.Events = new JwtBearerEvents { OnAuthenticationFailed = IdentityAway.DemandKeysAsync };
            });

        builder.Services.AddSingleton<IAuthorizationHandler, AccessRuleHandler>();
        builder.Services.AddAuthorization(options =>
            options.FallbackPolicy = new AuthorizationPolicyBuilder().AddRequirements(new AccessRuleRequirement()).Build()
        );
        builder.Services.AddHostedService<EveryEndpointHasARule>();
        return builder;
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
        rule.Public
        || (
            user.Identity?.IsAuthenticated == true
            && (rule.Roles.Count == 0 || Caller.PostsOf(user).Any(post => rule.Roles.Contains(post.Role)))
        );
}
