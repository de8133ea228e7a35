using Campaign.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;

namespace Campaign.Hosting.Requests;

public static class BodyLimit
{
    /// <summary>Lets an endpoint take a larger body, as <see cref="RequestLimits"/> says, so that the gateway lets it pass too.</summary>
    public static TBuilder AllowBody<TBuilder>(this TBuilder builder, long bytes)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.WithMetadata(new RequestSizeLimitAttribute(bytes));
        return builder;
    }
}
