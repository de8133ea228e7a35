using Campaign.Api.Problems;
using Campaign.Hosting.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Campaign.Hosting.Problems;

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
    /// <param name="metadata">Of the endpoint.</param>
    /// <param name="hasPlace">Whether its address names an object.</param>
    public static IReadOnlyList<ProblemType> ProblemsOf(IEnumerable<object> metadata, bool hasPlace) =>
        [
            .. ByItself([.. metadata], hasPlace)
                .Concat(metadata.OfType<Refusals>().SelectMany(refusals => refusals.Types))
                .Distinct()
                .OrderBy(type => type.Status)
                .ThenBy(type => type.Slug, StringComparer.Ordinal),
        ];

    private static IEnumerable<ProblemType> ByItself(List<object> metadata, bool hasPlace)
    {
        yield return SharedProblems.InternalError;
        yield return SharedProblems.DatabaseUnavailable;
        var takesBody = metadata.OfType<IAcceptsMetadata>().Any();
        if (takesBody || metadata.OfType<IParameterBindingMetadata>().Any(IsSent))
        {
            yield return SharedProblems.InvalidRequest;
        }

        if (takesBody)
        {
            yield return SharedProblems.BodyTooLarge;
            yield return SharedProblems.UnsupportedMediaType;
        }

        if (hasPlace)
        {
            yield return SharedProblems.NotFound;
        }

        var methods = metadata.OfType<IHttpMethodMetadata>().LastOrDefault()?.HttpMethods ?? [];
        if (methods.Contains(HttpMethods.Post))
        {
            yield return SharedProblems.IdempotencyKeyReused;
        }

        if (methods.Contains(HttpMethods.Put))
        {
            yield return SharedProblems.IfMatchNeeded;
        }

        // somebody else may have been faster
        if (!methods.All(HttpMethods.IsGet))
        {
            yield return SharedProblems.AlreadyExists;
            yield return SharedProblems.VersionChanged;
        }

        if (metadata.OfType<AccessRule>().LastOrDefault() is not { Public: false } rule)
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

    // services are parameters, too
    private static bool IsSent(IParameterBindingMetadata parameter) =>
        parameter.HasTryParse || parameter.ParameterInfo.ParameterType == typeof(string);
}
