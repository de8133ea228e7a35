using Campaign.Hosting.Problems;

namespace Campaign.Session.Tests.Rules;

internal static class Refused
{
    /// <summary>The field that the call is refused for, and what is wrong with it.</summary>
    public static string Field(Action call)
    {
        var error = Should.Throw<Problem>(call).Errors.ShouldHaveSingleItem();
        return $"{error.Field} {error.Code}";
    }
}
