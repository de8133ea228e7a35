using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Campaign.Hosting.Requests;

/// <summary>
/// Refuses a request whose list holds null where the contract has an object or a text: the handlers rely on the contract,
/// and JSON does not know it.
/// </summary>
internal static class NoNullsInLists
{
    public static void Apply(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        var lists = type.Properties.Where(property => property.Get is not null && HoldsObjects(property.PropertyType)).ToList();
        if (lists.Count > 0)
        {
            type.OnDeserialized += read => Demand(read, lists);
        }
    }

    private static void Demand(object read, List<JsonPropertyInfo> lists)
    {
        foreach (var list in lists)
        {
            if (list.Get!(read) is IEnumerable items && items.Cast<object?>().Contains(null))
            {
                throw new JsonException($"'{list.Name}' holds null.");
            }
        }
    }

    private static bool HoldsObjects(Type type) => ElementOf(type) is { IsValueType: false };

    private static Type? ElementOf(Type type) =>
        type == typeof(string) ? null
        : type.IsArray ? type.GetElementType()
        : type.IsAssignableTo(typeof(IEnumerable)) && type is { IsGenericType: true, GenericTypeArguments: [var element] } ? element
        : null;
}
