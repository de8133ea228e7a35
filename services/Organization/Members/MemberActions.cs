using Campaign.Api.Organization;
using Campaign.Contracts;
using Campaign.Hosting.Access;

namespace Campaign.Organization.Members;

/// <summary>Who may do what with a member and the posts that the member holds.</summary>
internal static class MemberActions
{
    /// <summary>Correct, transfer, change the status.</summary>
    public static readonly ActionRule<string> Update = new("update", OrganizationAccess.Keepers, path => path);

    /// <summary>Give the member a post.</summary>
    public static readonly ActionRule<string> Assign = new("assign-post", OrganizationAccess.Keepers, path => path);

    private static readonly ActionRule<string> s_end = Ending(OrganizationAccess.Keepers);

    // a post of the machinery is given and taken by operators only
    private static readonly ActionRule<string> s_endOfMachinery = Ending([Roles.Operator]);

    public static ActionRule<string> End(string role) => RoleRules.IsOfMachinery(role) ? s_endOfMachinery : s_end;

    public static MemberView With(this MemberView member, Caller caller) =>
        member with
        {
            May = new[] { Update, Assign }.May(caller, member.UnitPath),
            Posts = [.. member.Posts.Select(post => post with { May = new[] { End(post.Role) }.May(caller, post.UnitPath) })],
        };

    private static ActionRule<string> Ending(IReadOnlyList<string> roles) => new("end", roles, path => path);
}
