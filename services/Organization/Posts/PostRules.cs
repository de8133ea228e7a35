using Campaign.Hosting.Access;
using Campaign.Organization.Units;

namespace Campaign.Organization.Posts;

/// <summary>Which roles a post can give, and who may give them.</summary>
public static class PostRules
{
    /// <summary>What is wrong with giving the role in the unit, and what to do; null when nothing is.</summary>
    public static (string Wrong, string Remedy)? Objection(string role, Unit unit, bool byOperator) =>
        RoleRules.Objection(role, unit.Path, byOperator);
}
