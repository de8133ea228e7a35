using System.Globalization;
using System.Reflection;
using Campaign.Api.Problems;
using Campaign.Hosting.Problems;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Campaign.Hosting.Requests;

/// <summary>Parameters of address and query string that are missing, or are not what the endpoint takes.</summary>
internal static class WrongParameters
{
    public static IEnumerable<FieldError> Find(HttpContext context)
    {
        var failed = context.Features.Get<IExceptionHandlerFeature>();
        var route = failed?.RouteValues ?? context.Request.RouteValues;
        foreach (var parameter in (failed?.Endpoint ?? context.GetEndpoint())?.Metadata.OfType<IParameterBindingMetadata>() ?? [])
        {
            var type = Nullable.GetUnderlyingType(parameter.ParameterInfo.ParameterType) ?? parameter.ParameterInfo.ParameterType;
            if (!parameter.HasTryParse && type != typeof(string))
            {
                continue;
            }

            var value = route.TryGetValue(parameter.Name, out var inRoute)
                ? Convert.ToString(inRoute, CultureInfo.InvariantCulture)
                : context.Request.Query[parameter.Name].FirstOrDefault();
            if (string.IsNullOrEmpty(value) && !parameter.IsOptional)
            {
                yield return Problem.Error(parameter.Name, FieldCodes.Required);
            }
            else if (!string.IsNullOrEmpty(value) && type != typeof(string) && !CanRead(value, type))
            {
                yield return Problem.Error(parameter.Name, FieldCodes.Unreadable, ("value", $"'{value}'"));
            }
        }
    }

    private static bool CanRead(string value, Type type)
    {
        if (type.IsEnum)
        {
            return Enum.TryParse(type, value, ignoreCase: true, out _);
        }

        var parse = type.GetMethod(
            "TryParse",
            BindingFlags.Public | BindingFlags.Static,
            [typeof(string), typeof(IFormatProvider), type.MakeByRefType()]
        ) ?? type.GetMethod("TryParse", BindingFlags.Public | BindingFlags.Static, [typeof(string), type.MakeByRefType()]);
        return parse is null
            || (bool)parse.Invoke(null, parse.GetParameters().Length == 3 ? [value, CultureInfo.InvariantCulture, null] : [value, null])!;
    }
}
