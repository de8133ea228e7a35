using System.Collections.Frozen;
using System.Reflection;

namespace Campaign.Api;

/// <summary>
/// The text is a code of a catalogue: its values are data of the service that owns it, and are read there (decision 008). The API
/// document says where.
/// </summary>
/// <param name="catalogue">The catalogue's name, e.g. <c>session-kinds</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CodeOfAttribute(string catalogue) : Attribute
{
    private static readonly FrozenDictionary<string, CatalogueName> s_known = typeof(CatalogueName)
        .Assembly.GetTypes()
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
        .Where(field => field.FieldType == typeof(CatalogueName))
        .Select(field => (CatalogueName)field.GetValue(null)!)
        .ToFrozenDictionary(known => known.Name);

    /// <summary>Where the codes are read.</summary>
    public string Address => ApiAddress.Of(s_known[catalogue].Service, $"catalogues/{catalogue}");

    public string Catalogue => catalogue;
}
