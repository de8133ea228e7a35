using Campaign.Api.Evaluation;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;

namespace Campaign.Evaluation.Reviews;

/// <summary>Who may do what with a review; what is decided is final.</summary>
internal static class ReviewActions
{
    /// <summary>Members rate themselves, a unit's secretary rates the unit.</summary>
    public static readonly ActionRule<Review> SelfRate = new(
        "self-rate",
        [Roles.Member, Roles.Secretary, Roles.Committee, Roles.DistrictOfficer, Roles.CityOfficer],
        _ => "",
        Decided,
        (caller, review) =>
            caller.IsOwn(review) || (review.SubjectKind == SubjectKinds.Unit && caller.Holds([Roles.Secretary], review.UnitPath))
    );

    /// <summary>The collective's proposal.</summary>
    public static readonly ActionRule<Review> Propose = new(
        "propose",
        [Roles.Secretary, Roles.Committee, Roles.DistrictOfficer, Roles.CityOfficer],
        review => review.UnitPath,
        Decided
    );

    public static readonly IReadOnlyList<ActionRule<Review>> All = [SelfRate, Propose];

    private static Problem? Decided(Review review) =>
        review.State == ReviewStates.Decided ? new Problem(EvaluationProblems.AlreadyDecided, ("subject", review.SubjectName)) : null;
}
