using System.Text.RegularExpressions;
using Campaign.Api.Identity;
using Campaign.Defaults.Access;
using Campaign.Defaults.Problems;
using Campaign.Identity.Posts;

namespace Campaign.Identity.Accounts;

/// <summary>What accounts, clients and grants may look like. Each throws <c>invalid-request</c> that says what to do.</summary>
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

    /// <summary>A new grant to <paramref name="subject"/>, which the caller must cover.</summary>
    /// <exception cref="Problem"><c>outside-your-units</c>, <c>invalid-request</c>.</exception>
    public static Grant Grant(string subject, GrantPost post, Caller caller, DateOnly today)
    {
        var path = UnitPath(post.UnitPath);
        caller.Demand(path);
        if (RoleRules.Objection(post.Role, path, byOperator: true) is var (wrong, remedy))
        {
            throw Problem.Invalid($"'role': {wrong} {remedy}");
        }

        var from = post.ValidFrom ?? today;
        Problem.Unless(post.ValidTo is null || post.ValidTo > from, "'validTo' is the first day without the post: it must come after 'validFrom'.");
        return new Grant
        {
            Subject = subject,
            Role = post.Role,
            UnitPath = path,
            ValidFrom = from,
            ValidTo = post.ValidTo,
        };
    }

    public static GrantView View(Grant grant) => new(grant.Id, grant.Role, grant.UnitPath, grant.ValidFrom, grant.ValidTo);

    [GeneratedRegex("^[a-z0-9._-]+$")]
    private static partial Regex UserNamePattern();

    [GeneratedRegex("^[a-z0-9-]+(/[a-z0-9-]+)*$")]
    private static partial Regex UnitPathPattern();

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+$")]
    private static partial Regex EmailPattern();
}
