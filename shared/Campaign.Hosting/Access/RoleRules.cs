using Campaign.Api.Problems;
using Campaign.Contracts;
using Campaign.Hosting.Problems;

namespace Campaign.Hosting.Access;

/// <summary>Which roles a post can give, where, and who may give them: the same whether Organization or Identity gives it.</summary>
public static class RoleRules
{
    /// <summary>Roles of the machinery: a post with one would let its holder past the tree, so only an operator gives them.</summary>
    private static readonly string[] s_operators = [Roles.Operator, Roles.Integrator];

    private static readonly string[] s_given = [.. Roles.All.Where(role => role != Roles.Service)];

    /// <summary>Whether only an operator gives and takes it.</summary>
    public static bool IsOfMachinery(string role) => s_operators.Contains(role);

    /// <summary>What is wrong with giving the role in the unit; null when nothing is.</summary>
    /// <param name="field">The field or column that says the role.</param>
    public static FieldError? Objection(string field, string? role, string unitPath, bool byOperator)
    {
        if (role is null || !Roles.All.Contains(role) || role == Roles.Service)
        {
            return Problem.Error(field, FieldCodes.OneOf, ("allowed", s_given));
        }

        if (IsOfMachinery(role) && !byOperator)
        {
            return Problem.Error(field, FieldCodes.RoleByOperator, ("role", role));
        }

        return role == Roles.CityOfficer && !UnitPath.IsRoot(unitPath) ? Problem.Error(field, FieldCodes.CityPostInTheCity) : null;
    }
}
