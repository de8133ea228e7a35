using Campaign.Api.Identity;
using Campaign.Api.Problems;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;

namespace Campaign.Identity.Accounts;

/// <summary>An account or another system's client, with what decides who may change it.</summary>
/// <param name="UnitPath">The unit that looks after it.</param>
/// <param name="PostPaths">Units of its posts that have not ended.</param>
/// <param name="IsCallers">It is what the caller signed in with.</param>
internal sealed record Subject(string UnitPath, IReadOnlyList<string> PostPaths, bool Disabled, bool IsCallers);

/// <summary>
/// What operators may do with accounts and clients whose unit and whose every post lie in the operator's units. Else a district's
/// operator could set the password of somebody who acts for the city, and act for the city.
/// </summary>
internal static class SubjectActions
{
    public static readonly string[] Operators = [Roles.Operator];

    public static readonly ActionRule<string> CreateAccount = new("create-account", Operators, path => path);
    public static readonly ActionRule<string> CreateIntegrator = new("create-integrator", Operators, path => path);

    public static readonly ActionRule<Subject> Update = Rule("update");
    public static readonly ActionRule<Subject> SetPassword = Rule("set-password");
    public static readonly ActionRule<Subject> RenewSecret = Rule("renew-secret");
    public static readonly ActionRule<Subject> Grant = Rule("grant");

    /// <summary>Nobody takes away what they act by: so there is always an operator left who can give it back.</summary>
    public static readonly ActionRule<Subject> Revoke = Rule("revoke", Own);

    public static readonly ActionRule<Subject> Disable = Rule("disable", subject => Own(subject) ?? (subject.Disabled ? Already() : null));
    public static readonly ActionRule<Subject> Enable = Rule("enable", subject => subject.Disabled ? null : Already());

    public static readonly IReadOnlyList<ActionRule<Subject>> OfAccounts = [Update, SetPassword, Grant, Revoke, Disable, Enable];
    public static readonly IReadOnlyList<ActionRule<Subject>> OfIntegrators = [RenewSecret, Grant, Revoke, Disable, Enable];

    private static ActionRule<Subject> Rule(string name, Func<Subject, Problem?>? refusal = null) =>
        new(
            name,
            Operators,
            _ => "",
            refusal,
            (caller, subject) => caller.Holds(Operators, subject.UnitPath) && subject.PostPaths.All(path => caller.Holds(Operators, path))
        );

    private static Problem? Own(Subject subject) => subject.IsCallers ? new Problem(IdentityProblems.OwnAccount) : null;

    private static Problem Already() => new(SharedProblems.DoneAlready);
}
