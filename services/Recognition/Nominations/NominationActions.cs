using Campaign.Api.Recognition;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Recognition.Councils;

namespace Campaign.Recognition.Nominations;

/// <summary>A nomination with the council that votes on it.</summary>
internal sealed record NominationOfCouncil(Nomination Nomination, Council Council);

/// <summary>Who may do what about a nomination.</summary>
internal static class NominationActions
{
    public static readonly string[] Officers = [Roles.DistrictOfficer, Roles.CityOfficer];

    /// <summary>Somebody of the unit, or the unit itself.</summary>
    public static readonly ActionRule<string> Read = new(
        "read-nominations",
        [Roles.Secretary, Roles.Council, .. Officers, Roles.Analyst],
        path => path
    );

    public static readonly ActionRule<string> Nominate = new("nominate", [Roles.Secretary, .. Officers], path => path);

    /// <summary>A member of the council their own vote.</summary>
    public static readonly ActionRule<NominationOfCouncil> Vote = new(
        "vote",
        [Roles.Council, .. Officers],
        _ => "",
        Decided,
        (caller, asked) =>
            caller.MemberId is { } member
            && asked.Council.MemberIds.Contains(member)
            && caller.Holds([Roles.Council, .. Officers], asked.Council.UnitPath)
    );

    /// <summary>An officer of the council's unit the votes that were given in writing.</summary>
    public static readonly ActionRule<NominationOfCouncil> RecordBallots = new(
        "record-ballots",
        Officers,
        asked => asked.Council.UnitPath,
        Decided
    );

    /// <summary>An officer over the council's unit the award of a nomination that has passed.</summary>
    public static readonly ActionRule<NominationOfCouncil> Award = new(
        "award",
        Officers,
        asked => asked.Council.UnitPath,
        asked =>
            Decided(asked)
            ?? (
                asked.Nomination.State == NominationStates.Passed
                    ? null
                    : new Problem(RecognitionProblems.NotPassed, ("whom", asked.Nomination.SubjectName))
            )
    );

    public static readonly IReadOnlyList<ActionRule<NominationOfCouncil>> All = [Vote, RecordBallots, Award];

    private static Problem? Decided(NominationOfCouncil asked) =>
        asked.Nomination.State is NominationStates.Awarded or NominationStates.Revoked
            ? new Problem(RecognitionProblems.AwardDecided, ("subject", asked.Nomination.SubjectName))
            : null;
}
