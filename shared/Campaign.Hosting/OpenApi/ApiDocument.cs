using Campaign.Hosting.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Campaign.Hosting.OpenApi;

/// <summary>The service's OpenAPI document at <c>/openapi/v1.json</c>; through the gateway <c>/api/{service}/openapi/v1.json</c>.</summary>
internal static class ApiDocument
{
    private const string ClientSecret = "client-credentials";
    private const string Token = "bearer";

    private const string Rules = """
        **Token.** An operator registers a client in the Portal (Accounts, Other systems) and gives it posts. `POST /connect/token` with
        `grant_type=client_credentials` gives a token for 15 minutes; send it as `Authorization: Bearer …`. A post is a role in a unit and all below it.

        **Errors** are problem details (RFC 9457); `type` (`urn:campaign:problem:…`) is stable, `detail` says what to do.

        **Repeating.** Send an `Idempotency-Key` with every POST: the same request under the same key has one effect and the same answer.
        A PUT takes `If-Match` with the version that was read (`ETag`); 412 means that somebody else was faster.

        **Lists** come in pages: `limit`, and `cursor` with the `next` of the page before.
        """;

    public static IServiceCollection AddApiDocument(this IServiceCollection services, string service) =>
        services.AddOpenApi(options =>
        {
            options.AddDocumentTransformer(
                (document, _, _) =>
                {
                    document.Info.Title = $"Campaign · {service}";
                    document.Info.Description = Rules;
                    document.Servers = [new OpenApiServer { Url = $"/api/{service}" }];
                    document.Components ??= new OpenApiComponents();
                    document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
                    document.Components.SecuritySchemes[ClientSecret] = new OpenApiSecurityScheme
                    {
                        Type = SecuritySchemeType.OAuth2,
                        Description =
                            "A client's own token, 15 minutes. An operator registers the client in the Portal, under Accounts, Other "
                            + "systems.",
                        Flows = new OpenApiOAuthFlows
                        {
                            ClientCredentials = new OpenApiOAuthFlow
                            {
                                TokenUrl = new Uri("/connect/token", UriKind.Relative),
                                Scopes = new Dictionary<string, string>(),
                            },
                        },
                    };
                    document.Components.SecuritySchemes[Token] = new OpenApiSecurityScheme
                    {
                        Type = SecuritySchemeType.Http,
                        Scheme = "bearer",
                        BearerFormat = "JWT",
                        Description = "An access token that /connect/token gave.",
                    };
                    return Task.CompletedTask;
                }
            );
            options.AddOperationTransformer(
                (operation, context, _) =>
                {
                    Describe(operation, context);
                    return Task.CompletedTask;
                }
            );
            options.AddSchemaTransformer(
                (schema, context, _) =>
                {
                    // the framework calls every parameter without a default required, the nullable ones too
                    foreach (var property in context.JsonTypeInfo.Properties.Where(property => !property.IsRequired))
                    {
                        schema.Required?.Remove(property.Name);
                    }

                    return Task.CompletedTask;
                }
            );
        });

    public static void MapApiDocument(this IEndpointRouteBuilder app) => app.MapOpenApi().AllowPublic();

    private static void Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var rule = context.Description.ActionDescriptor.EndpointMetadata.OfType<AccessRule>().LastOrDefault();
        if (rule is { Public: false })
        {
            operation.Security =
            [
                .. new[] { ClientSecret, Token }.Select(scheme => new OpenApiSecurityRequirement
                {
                    [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [],
                }),
            ];
            operation.Description =
                $"{operation.Description} Allowed: {(rule.Roles.Count == 0 ? "anybody signed in" : string.Join(", ", rule.Roles))}.".Trim();
        }

        var header = context.Description.HttpMethod switch
        {
            "POST" => "Idempotency-Key",
            "PUT" => "If-Match",
            _ => null,
        };
        if (header is not null)
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(
                new OpenApiParameter
                {
                    Name = header,
                    In = ParameterLocation.Header,
                    Required = header == "If-Match",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                }
            );
        }

        operation.Responses ??= [];
        operation.Responses.TryAdd(
            "default",
            new OpenApiResponse { Description = "Problem details (RFC 9457) with a stable type urn:campaign:problem:…" }
        );
    }
}
