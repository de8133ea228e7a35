using Campaign.Api.Problems;
using Campaign.Hosting.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Campaign.Hosting.Problems;

/// <summary>Why an endpoint refuses, beyond what follows from its address, its body and who may call it.</summary>
public sealed record Refusals(IReadOnlyList<ProblemType> Types);

public static class RefusalExtensions
{
    /// <summary>Names the problems of its own that the endpoint answers: they stand in the API document.</summary>
    public static TBuilder Refuses<TBuilder>(this TBuilder builder, params ProblemType[] types)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.WithMetadata(new Refusals(types));
        return builder;
    }

    /// <summary>Every problem that the endpoint may answer, in the order of their status.</summary>
    public static IReadOnlyList<ProblemType> ProblemsOf(RouteEndpoint endpoint) =>
        [
            .. ByItself(endpoint)
                .Concat(endpoint.Metadata.OfType<Refusals>().SelectMany(refusals => refusals.Types))
                .Distinct()
                .OrderBy(type => type.Status)
                .ThenBy(type => type.Slug, StringComparer.Ordinal),
        ];

    private static IEnumerable<ProblemType> ByItself(RouteEndpoint endpoint)
    {
        yield return SharedProblems.InternalError;
        yield return SharedProblems.DatabaseUnavailable;
        var takesBody = endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is not null;
        if (takesBody || endpoint.Metadata.OfType<IParameterBindingMetadata>().Any())
        {
            yield return SharedProblems.InvalidRequest;
        }

        if (takesBody)
        {
            yield return SharedProblems.BodyTooLarge;
            yield return SharedProblems.UnsupportedMediaType;
        }

        if (endpoint.RoutePattern.Parameters.Count > 0)
        {
            yield return SharedProblems.NotFound;
        }

        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];
        if (methods.Contains(HttpMethods.Post))
        {
            yield return SharedProblems.IdempotencyKeyReused;
        }

        if (methods.Contains(HttpMethods.Put))
        {
            yield return SharedProblems.IfMatchNeeded;
            yield return SharedProblems.VersionChanged;
        }

        if (endpoint.Metadata.GetMetadata<AccessRule>() is not { Public: false } rule)
        {
            yield break;
        }

        yield return SharedProblems.SignInNeeded;
        yield return SharedProblems.IdentityUnavailable;
        if (rule.Roles.Count > 0)
        {
            yield return SharedProblems.NotAllowed;
            yield return SharedProblems.OutsideYourUnits;
        }
    }
}
