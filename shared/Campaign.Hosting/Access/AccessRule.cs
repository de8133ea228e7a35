using Campaign.Api.Problems;
using Campaign.Hosting.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Campaign.Hosting.Access;

/// <summary>Who may call an endpoint. <see cref="Roles"/> empty: anybody signed in. <see cref="Public"/>: anybody.</summary>
/// <param name="Action">The <see cref="ActionRule{T}"/> that it carries out; null where there is none.</param>
public sealed record AccessRule(IReadOnlyList<string> Roles, bool Public = false, string? Action = null);

/// <summary>Every endpoint says who may call it; one that does not stops the start.</summary>
public static class AccessRuleExtensions
{
    /// <summary>Only holders of one of these roles; the handler checks the unit with <see cref="Caller.Demand"/>.</summary>
    public static TBuilder Allow<TBuilder>(this TBuilder builder, params string[] roles)
        where TBuilder : IEndpointConventionBuilder => builder.WithRule(new AccessRule(roles));

    /// <summary>Only operators of the root unit: for what serves all districts at once.</summary>
    public static RouteGroupBuilder AllowForTheWhole(this RouteGroupBuilder group) =>
        group.AddEndpointFilter<RouteGroupBuilder, OfTheWhole>().Allow(OfTheWhole.Operate).Refuses(SharedProblems.WholeCityOnly);

    /// <summary>Anybody signed in, for what concerns the caller alone or nobody in particular.</summary>
    public static TBuilder AllowSignedIn<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithRule(new AccessRule([]));

    /// <summary>Anybody, without a token.</summary>
    public static TBuilder AllowPublic<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithRule(new AccessRule([], Public: true));

    private static TBuilder WithRule<TBuilder>(this TBuilder builder, AccessRule rule)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.WithMetadata(rule);
        return builder;
    }
}
