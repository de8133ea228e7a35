using System.Collections.Frozen;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Campaign.Hosting.OpenApi;

/// <summary>What the code's documentation comments say, for the API document: read from the files beside the assemblies.</summary>
internal static partial class XmlSummaries
{
    private static readonly Lazy<FrozenDictionary<string, XElement>> s_members = new(Read);

    /// <summary>The summary of a method; null where it has none.</summary>
    public static string? Of(MethodInfo method)
    {
        var name = $"M:{NameOf(method.DeclaringType!)}.{method.Name}";
        var member = s_members.Value.FirstOrDefault(known =>
            known.Key == name || known.Key.StartsWith($"{name}(", StringComparison.Ordinal)
        );
        return Text(member.Value?.Element("summary"));
    }

    /// <summary>The summary of a type; null where it has none.</summary>
    public static string? Of(Type type) => Text(s_members.Value.GetValueOrDefault($"T:{NameOf(type)}")?.Element("summary"));

    /// <summary>What is said of a property, or of the record's parameter that it came from.</summary>
    public static string? Of(Type type, string property) =>
        Text(s_members.Value.GetValueOrDefault($"P:{NameOf(type)}.{property}")?.Element("summary"))
        ?? Text(
            s_members
                .Value.GetValueOrDefault($"T:{NameOf(type)}")
                ?.Elements("param")
                .FirstOrDefault(parameter => (string?)parameter.Attribute("name") == property)
        );

    private static FrozenDictionary<string, XElement> Read() =>
        Directory
            .EnumerateFiles(AppContext.BaseDirectory, "Campaign.*.xml")
            .SelectMany(file => XDocument.Load(file).Descendants("member"))
            .Where(member => member.Attribute("name") is not null)
            .DistinctBy(member => (string)member.Attribute("name")!)
            .ToFrozenDictionary(member => (string)member.Attribute("name")!);

    private static string NameOf(Type type) => type.FullName!.Replace('+', '.');

    private static string? Text(XElement? words)
    {
        if (words is null)
        {
            return null;
        }

        var copy = new XElement(words);
        foreach (var reference in copy.Descendants().Where(node => (node.Attribute("cref") ?? node.Attribute("name")) is not null).ToList())
        {
            var name = (string)(reference.Attribute("cref") ?? reference.Attribute("name"))!;
            reference.ReplaceWith(Parameters().Replace(name, "").Split('.', ':')[^1]);
        }

        return Spaces().Replace(copy.Value, " ").Trim();
    }

    [GeneratedRegex(@"\(.*\)$")]
    private static partial Regex Parameters();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
