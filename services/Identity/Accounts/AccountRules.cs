using System.Text.RegularExpressions;
using Campaign.Api.Identity;
using Campaign.Hosting.Problems;

namespace Campaign.Identity.Accounts;

/// <summary>What accounts and clients may look like. Each throws <c>invalid-request</c> that names the field.</summary>
public static partial class AccountRules
{
    public static string UserName(string? value, string field = "userName")
    {
        var name = Problem.Text(value, field, 64, 3);
        Problem.Unless(UserNamePattern().IsMatch(name), field, IdentityProblems.UserName);
        return name;
    }

    public static string UnitPath(string? value, string field = "unitPath")
    {
        var path = Problem.Text(value, field, 400);
        Problem.Unless(UnitPathPattern().IsMatch(path), field, IdentityProblems.UnitPath);
        return path;
    }

    public static string? Email(string? value, string field = "email")
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        var email = Problem.Text(value, field, 254, 3);
        Problem.Unless(EmailPattern().IsMatch(email), field, IdentityProblems.Email);
        return email;
    }

    [GeneratedRegex("^[a-z0-9._-]+$")]
    private static partial Regex UserNamePattern();

    [GeneratedRegex("^[a-z0-9-]+(/[a-z0-9-]+)*$")]
    private static partial Regex UnitPathPattern();

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+$")]
    private static partial Regex EmailPattern();
}
