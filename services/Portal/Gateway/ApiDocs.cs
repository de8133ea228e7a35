using Campaign.Api;
using Campaign.Contracts;
using Scalar.AspNetCore;

namespace Campaign.Portal.Gateway;

/// <summary><c>/api/docs</c>: every service's OpenAPI document, readable without signing in.</summary>
internal static class ApiDocs
{
    public const string Path = "/api/docs";

    public static void MapApiDocs(this IEndpointRouteBuilder app) =>
        app.MapScalarApiReference(Path, options =>
            {
                options.Title = "Campaign API";
                options.DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp();
                options.HideClientButton = true; // leads to another site
                options.ShowDeveloperTools = DeveloperToolsVisibility.Never;
                foreach (var service in Resources.Services)
                {
                    options.AddDocument(
                        service,
                        service,
                        ApiAddress.Of(service, "openapi/v1.json"),
                        isDefault: service == Resources.Organization
                    );
                }
            })
            .AllowAnonymous();
}
