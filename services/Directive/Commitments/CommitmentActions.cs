using Campaign.Contracts;
using Campaign.Hosting.Access;

namespace Campaign.Directives.Commitments;

/// <summary>A deed with the commitment that it belongs to.</summary>
internal sealed record PromisedDeed(Commitment Commitment, Deed Deed);

/// <summary>
/// Who may do what with a commitment and its deeds: the unit's secretary, or one above, keeps it; a post above the unit confirms.
/// </summary>
internal static class CommitmentActions
{
    private static readonly string[] s_keepers = [Roles.Secretary];

    /// <summary>Of the unit that promises, or whose head does.</summary>
    public static readonly ActionRule<string> Promise = new("promise", s_keepers, path => path);

    public static readonly ActionRule<Commitment> Correct = new(
        "correct",
        s_keepers,
        commitment => commitment.UnitPath,
        commitment => commitment.AgainstCorrecting()
    );

    public static readonly IReadOnlyList<ActionRule<Commitment>> All = [Correct];

    public static readonly ActionRule<PromisedDeed> EnterProgress = ByUnit("enter-progress");
    public static readonly ActionRule<PromisedDeed> CorrectProgress = ByUnit("correct-progress");
    public static readonly ActionRule<PromisedDeed> Withdraw = ByUnit("withdraw");

    public static readonly ActionRule<PromisedDeed> Confirm = new(
        "confirm",
        DirectiveAccess.Superiors,
        promised => DirectiveAccess.Above(promised.Commitment.UnitPath),
        promised => promised.Deed.AgainstConfirming()
    );

    public static readonly IReadOnlyList<ActionRule<PromisedDeed>> OfDeeds = [EnterProgress, CorrectProgress, Withdraw, Confirm];

    private static ActionRule<PromisedDeed> ByUnit(string name) =>
        new(name, s_keepers, promised => promised.Commitment.UnitPath, promised => promised.Deed.AgainstChanging());
}
