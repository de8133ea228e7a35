using System.Reflection;

namespace Campaign.AppHost.Tests;

/// <summary>Public members as text, one line each, in a form that tells overloads, parameter names and defaults apart.</summary>
public static class Signatures
{
    public static IEnumerable<string> Of(Assembly assembly) =>
        assembly.GetExportedTypes()
            .Where(type => type.Namespace?.StartsWith("Aspire.Hosting", StringComparison.Ordinal) == true)
            .SelectMany(Of);

    public static IEnumerable<string> Of(Type type)
    {
        const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        yield return $"{Kind(type)} {Name(type)}";
        foreach (var member in type.GetMembers(Public))
        {
            var text = member switch
            {
                ConstructorInfo constructor => $"new({Parameters(constructor)})",
                MethodInfo { IsSpecialName: false } method when !IsObjects(method) => $"{method.Name}{Generic(method)}({Parameters(method)}): {Name(method.ReturnType)}",
                PropertyInfo property => $"{property.Name}: {Name(property.PropertyType)}",
                FieldInfo { IsLiteral: true } constant when type.IsEnum => $"{constant.Name} = {constant.GetRawConstantValue()}",
                _ => null,
            };
            if (text is not null)
            {
                yield return $"{Name(type)}.{text}";
            }
        }
    }

    private static bool IsObjects(MethodInfo method) => method.GetBaseDefinition().DeclaringType == typeof(object);

    private static string Kind(Type type) => type.IsInterface ? "interface" : type.IsEnum ? "enum" : type.IsValueType ? "struct" : "class";

    private static string Generic(MethodInfo method) =>
        method.IsGenericMethodDefinition
            ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => $"{argument.Name} : {string.Join(" & ", argument.GetGenericParameterConstraints().Select(Name).Order(StringComparer.Ordinal))}"))}>"
            : "";

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter => $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "null"}" : "")}"));

    private static string Name(Type type)
    {
        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        var name = type.IsNested ? $"{Name(type.DeclaringType!)}.{type.Name}" : type.Name;
        var arguments = type.IsGenericType ? $"<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : "";
        return (type.IsByRef ? Name(type.GetElementType()!) + "&" : name.Split('`')[0]) + arguments;
    }
}
