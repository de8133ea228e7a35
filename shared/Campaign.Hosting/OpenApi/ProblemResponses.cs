using System.Globalization;
using System.Text.Json.Nodes;
using Campaign.Api.Problems;
using Campaign.Hosting.Problems;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Campaign.Hosting.OpenApi;

/// <summary>The problems of each operation in its API document: by status, with their types and what they say.</summary>
internal static class ProblemResponses
{
    private const string Schema = "Problem";
    private const string FieldSchema = "FieldProblem";

    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en");

    /// <summary>The shape of every problem (RFC 9457 with our further members).</summary>
    public static void AddSchema(OpenApiDocument document)
    {
        document.AddComponent<IOpenApiSchema>(
            FieldSchema,
            Object(
                ["field", "code", "params", "detail"],
                ("field", Text("Path in the body, or the name of a parameter; empty: the body itself.")),
                ("code", Text("Stable.")),
                ("params", Anything("What the sentence names.")),
                ("detail", Text("What is wrong and what to do, in English."))
            )
        );
        document.AddComponent<IOpenApiSchema>(
            Schema,
            Object(
                ["type", "status", "detail", "traceId"],
                ("type", Text("Stable: software reacts to it.")),
                ("title", Text("The status in words.")),
                ("status", new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" }),
                ("detail", Text("What happened and what to do, in English.")),
                ("traceId", Text("What an operator finds the request by.")),
                ("params", Anything("What the sentence names.")),
                ("errors", new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchemaReference(FieldSchema, document) })
            )
        );
    }

    public static void Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        operation.Responses ??= [];
        var hasPlace = context.Description.RelativePath?.Contains('{', StringComparison.Ordinal) == true;
        var problems = RefusalExtensions.ProblemsOf(context.Description.ActionDescriptor.EndpointMetadata, hasPlace);
        foreach (var ofStatus in problems.GroupBy(problem => problem.Status))
        {
            var status = ofStatus.Key.ToString(CultureInfo.InvariantCulture);
            // most operations have the same ones: each set stands in the document once
            var id = $"{status}.{string.Join('.', ofStatus.Select(problem => problem.Slug))}";
            context.Document!.AddComponent<IOpenApiResponse>(id, Response(ofStatus, context.Document));
            operation.Responses[status] = new OpenApiResponseReference(id, context.Document);
        }
    }

    private static OpenApiResponse Response(IEnumerable<ProblemType> problems, OpenApiDocument document) =>
        new()
        {
            Description = string.Join('\n', problems.Select(problem => $"- `{problem.Slug}`: {Sentence(problem)}")),
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/problem+json"] = new() { Schema = SchemaOf(problems, document) },
            },
        };

    private static OpenApiSchema SchemaOf(IEnumerable<ProblemType> problems, OpenApiDocument document) =>
        new()
        {
            AllOf =
            [
                new OpenApiSchemaReference(Schema, document),
                Object([], ("type", new OpenApiSchema { Enum = [.. problems.Select(problem => (JsonNode)problem.Urn)] })),
            ],
        };

    private static string Sentence(ProblemType problem) =>
        ProblemSentences.Find(problem.Slug, s_english)
        ?? throw new InvalidOperationException($"The problem '{problem.Slug}' has no sentence.");

    private static OpenApiSchema Object(IEnumerable<string> required, params (string Name, IOpenApiSchema Schema)[] properties) =>
        new()
        {
            Type = JsonSchemaType.Object,
            Required = required.ToHashSet(),
            Properties = properties.ToDictionary(property => property.Name, property => property.Schema),
        };

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };

    private static OpenApiSchema Anything(string description) => new() { Type = JsonSchemaType.Object, Description = description };
}
