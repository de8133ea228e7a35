using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Campaign.Api.Problems;
using Campaign.Hosting.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Campaign.Hosting.Requests;

/// <summary>Holds a body that could not be read against the contract, field by field.</summary>
internal sealed class WrongBody
{
    private const int Enough = 20;

    private readonly List<FieldError> _errors = [];
    private readonly JsonSerializerOptions _options;

    private WrongBody(JsonSerializerOptions options) => _options = options;

    /// <summary>What is wrong with the fields, at most <see cref="Enough"/>.</summary>
    public static async Task<IReadOnlyList<FieldError>> FindAsync(HttpContext context, Type type, CancellationToken ct)
    {
        if (!context.Request.Body.CanSeek)
        {
            return [];
        }

        context.Request.Body.Position = 0;
        var options = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, ct);
        return Find(body.ToArray(), type, options);
    }

    internal static IReadOnlyList<FieldError> Find(byte[] body, Type type, JsonSerializerOptions options)
    {
        if (body.AsSpan().Trim(" \t\r\n"u8).IsEmpty)
        {
            return [Problem.Error("", FieldCodes.BodyMissing)];
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            var wrong = new WrongBody(options);
            wrong.Check(document.RootElement, options.GetTypeInfo(type), "");
            return wrong._errors;
        }
        catch (JsonException bad)
        {
            return [Problem.Error("", FieldCodes.NoJson, ("line", bad.LineNumber + 1), ("character", bad.BytePositionInLine + 1))];
        }
    }

    private void Check(JsonElement value, JsonTypeInfo type, string path)
    {
        if (_errors.Count >= Enough)
        {
            return;
        }

        if (type is { Kind: JsonTypeInfoKind.Object, PolymorphismOptions: null } && value.ValueKind == JsonValueKind.Object)
        {
            CheckFields(value, type, path.Length == 0 ? "" : $"{path}.");
        }
        else if (type.Kind == JsonTypeInfoKind.Enumerable && value.ValueKind == JsonValueKind.Array)
        {
            CheckEntries(value, _options.GetTypeInfo(type.ElementType!), path);
        }
        else if (!CanRead(value, type))
        {
            _errors.Add(Problem.Error(path, FieldCodes.Unreadable, ("value", Shown(value))));
        }
    }

    private void CheckFields(JsonElement value, JsonTypeInfo type, string within)
    {
        var comparison = _options.PropertyNameCaseInsensitive ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var sent = value.EnumerateObject().ToList();
        _errors.AddRange(
            sent.Where(field => !type.Properties.Any(known => known.Name.Equals(field.Name, comparison)))
                .Select(field => Problem.Error(within + field.Name, FieldCodes.Unknown))
        );
        foreach (var field in type.Properties)
        {
            var given = sent.FindLast(one => field.Name.Equals(one.Name, comparison));
            if (given.Value.ValueKind == JsonValueKind.Undefined)
            {
                if (field.IsRequired)
                {
                    _errors.Add(Problem.Error(within + field.Name, FieldCodes.Required));
                }
            }
            else if (given.Value.ValueKind != JsonValueKind.Null)
            {
                Check(given.Value, _options.GetTypeInfo(field.PropertyType), within + field.Name);
            }
            else if (
                RequiredFields.IsNeverNull(field)
                || field.PropertyType is { IsValueType: true } && Nullable.GetUnderlyingType(field.PropertyType) is null
            )
            {
                _errors.Add(Problem.Error(within + field.Name, FieldCodes.MustNotBeNull));
            }
        }
    }

    private void CheckEntries(JsonElement list, JsonTypeInfo type, string path)
    {
        foreach (var (index, entry) in list.EnumerateArray().Index())
        {
            if (entry.ValueKind == JsonValueKind.Null && !type.Type.IsValueType)
            {
                _errors.Add(Problem.Error($"{path}[{index}]", FieldCodes.NullInList));
            }
            else
            {
                Check(entry, type, $"{path}[{index}]");
            }
        }
    }

    private static bool CanRead(JsonElement value, JsonTypeInfo type)
    {
        try
        {
            value.Deserialize(type);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Shown(JsonElement value) => value.GetRawText() is { Length: <= 40 } text ? text : $"{value.GetRawText()[..40]}…";
}
