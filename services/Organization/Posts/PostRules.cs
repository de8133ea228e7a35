using Campaign.Api.Problems;
using Campaign.Hosting.Access;
using Campaign.Organization.Units;

namespace Campaign.Organization.Posts;

/// <summary>Which roles a post can give, and who may give them.</summary>
public static class PostRules
{
    /// <summary>What is wrong with giving the role in the unit; null when nothing is.</summary>
    /// <param name="field">The field or column that says the role.</param>
    public static FieldError? Objection(string field, string role, Unit unit, bool byOperator) =>
        RoleRules.Objection(field, role, unit.Path, byOperator);
}
