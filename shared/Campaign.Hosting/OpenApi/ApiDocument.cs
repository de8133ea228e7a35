using System.Reflection;
using System.Text.RegularExpressions;
using Campaign.Api;
using Campaign.Hosting.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Campaign.Hosting.OpenApi;

/// <summary>
/// The service's OpenAPI document at <c>/openapi/v1.json</c>; through the gateway <c>/api/v1/{service}/openapi/v1.json</c>.
/// </summary>
internal static partial class ApiDocument
{
    private const string ClientSecret = "client-credentials";
    private const string Token = "bearer";

    private const string Rules = """
        **Token.** An operator registers a client in the Portal (Accounts, Other systems) and gives it posts. `POST /connect/token` with
        `grant_type=client_credentials` gives a token for 15 minutes; send it as `Authorization: Bearer …`. A post is a role in a unit
        and all below it.

        **Errors** are problem details (RFC 9457); `type` (`urn:campaign:problem:…`) is stable, `detail` says what to do. A field that
        is wrong stands in `errors` with a stable `code`; a field that this address does not know is refused.

        **Versions.** Within v1 the API only grows: operations, optional parameters, fields of answers and types of problems may be
        added, so ignore what you do not know.

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
                    document.Info.Contact = new OpenApiContact { Name = "The operators of this installation" };
                    document.Servers = [new OpenApiServer { Url = ApiAddress.Of(service) }];
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
                    ProblemResponses.AddSchema(document);
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

                    // for requests it is said in words; answers may grow
                    schema.AdditionalPropertiesAllowed = true;
                    Word(schema, context);

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
        else
        {
            operation.Description = $"{operation.Description} Allowed: anybody, without a token.".Trim();
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

        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<MethodInfo>().FirstOrDefault() is { } handler)
        {
            operation.Summary ??= XmlSummaries.Of(handler);
        }

        operation.OperationId = IdOf(context.Description);
        ProblemResponses.Describe(operation, context);
    }

    /// <summary>
    /// Method and address, e.g. <c>post-sessions-id-close</c>: the same as long as they are, as generated clients need it.
    /// </summary>
    private static string IdOf(ApiDescription operation) =>
        string.Join('-', [operation.HttpMethod!, .. AddressParts().Split(operation.RelativePath ?? "").Where(part => part.Length > 0)])
            .ToLowerInvariant();

    private static void Word(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var type = context.JsonTypeInfo.Type;
        if (context.JsonPropertyInfo is not null || type.IsGenericType || !type.FullName!.StartsWith("Campaign.", StringComparison.Ordinal))
        {
            return;
        }

        schema.Description ??= XmlSummaries.Of(type);
        foreach (var property in context.JsonTypeInfo.Properties)
        {
            if (
                schema.Properties?.TryGetValue(property.Name, out var described) == true
                && described is OpenApiSchema own
                && property.AttributeProvider is MemberInfo member
            )
            {
                own.Description ??= XmlSummaries.Of(type, member.Name);
                if (member.GetCustomAttribute<CodeOfAttribute>() is { } code)
                {
                    own.Description = $"{own.Description} A code of `{code.Catalogue}`: GET {code.Address}.".Trim();
                }
            }
        }
    }

    [GeneratedRegex(":[a-z]+(?=})|[^a-zA-Z0-9]+")]
    private static partial Regex AddressParts();
}
