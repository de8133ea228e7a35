using System.Text.RegularExpressions;
using Campaign.Hosting.Problems;

namespace Campaign.Identity.Accounts;

/// <summary>What accounts and clients may look like. Each throws <c>invalid-request</c> that says what to do.</summary>
public static partial class AccountRules
{
    public static string UserName(string? value)
    {
        var name = Problem.Text(value, "userName", 64, 3);
        Problem.Unless(UserNamePattern().IsMatch(name), "'userName' may have lower-case letters, digits and . - _ only.");
        return name;
    }

    public static string UnitPath(string? value)
    {
        var path = Problem.Text(value, "unitPath", 400);
        Problem.Unless(UnitPathPattern().IsMatch(path), "'unitPath' must be unit codes joined by '/', e.g. 'hn/thanh-xuan'.");
        return path;
    }

    public static string? Email(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        var email = Problem.Text(value, "email", 254, 3);
        Problem.Unless(EmailPattern().IsMatch(email), "'email' must look like name@host.");
        return email;
    }

    [GeneratedRegex("^[a-z0-9._-]+$")]
    private static partial Regex UserNamePattern();

    [GeneratedRegex("^[a-z0-9-]+(/[a-z0-9-]+)*$")]
    private static partial Regex UnitPathPattern();

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+$")]
    private static partial Regex EmailPattern();
}
