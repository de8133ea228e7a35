using Campaign.Contracts;

namespace Campaign.Hosting.Access;

/// <summary>Which roles a post can give, where, and who may give them: the same whether Organization or Identity gives it.</summary>
public static class RoleRules
{
    /// <summary>Roles of the machinery: a post with one would let its holder past the tree, so only an operator gives them.</summary>
    private static readonly string[] s_operators = [Roles.Operator, Roles.Integrator];

    /// <summary>Whether only an operator gives and takes it.</summary>
    public static bool IsOfMachinery(string role) => s_operators.Contains(role);

    /// <summary>What is wrong with giving the role in the unit, and what to do; null when nothing is.</summary>
    public static (string Wrong, string Remedy)? Objection(string? role, string unitPath, bool byOperator)
    {
        if (role is null || !Roles.All.Contains(role) || role == Roles.Service)
        {
            return (
                $"'{role}' is no role of a post.",
                $"Use one of: {string.Join(", ", Roles.All.Where(known => known != Roles.Service))}."
            );
        }

        if (IsOfMachinery(role) && !byOperator)
        {
            return ($"The role '{role}' is given by operators only.", "Ask an operator.");
        }

        if (role == Roles.CityOfficer && !UnitPath.IsRoot(unitPath))
        {
            return ("A city officer's post is in the city itself.", "Name the root unit, or use 'district-officer'.");
        }

        return null;
    }
}
