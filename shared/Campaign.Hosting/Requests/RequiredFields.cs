using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Campaign.Hosting.Requests;

/// <summary>
/// Refuses a request that leaves out what its record demands, or sends null for it, instead of reading a default: a record
/// demands a parameter that is neither nullable nor has a default. Writing is not concerned, nor what a nullable one lacks.
/// </summary>
internal static class RequiredFields
{
    public static void Apply(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        foreach (var property in type.Properties)
        {
            property.IsRequired |= property.AssociatedParameter is { IsNullable: false, HasDefaultValue: false };
        }

        var never = type.Properties.Where(IsNeverNull).ToList();
        if (never.Count > 0)
        {
            type.OnDeserialized += read => Demand(read, never);
        }
    }

    private static void Demand(object read, List<JsonPropertyInfo> never)
    {
        if (never.Find(property => property.Get!(read) is null) is { } missing)
        {
            throw new JsonException($"'{missing.Name}' is null.");
        }
    }

    // null for a number, a day or an id is not read at all
    internal static bool IsNeverNull(JsonPropertyInfo property) =>
        property is { Get: not null, PropertyType.IsValueType: false }
        && (property.AssociatedParameter is { } parameter ? !parameter.IsNullable : property is { Set: not null, IsSetNullable: false });
}
