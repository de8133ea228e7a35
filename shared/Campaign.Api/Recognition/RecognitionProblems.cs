using Campaign.Api.Problems;

namespace Campaign.Api.Recognition;

/// <summary>Reasons for which Recognition refuses a request, and what can be wrong with its fields.</summary>
public static class RecognitionProblems
{
    public static readonly ProblemType NotACouncilMember = new("not-a-council-member", 403);
    public static readonly ProblemType NotYourVote = new("not-your-vote", 403);
    public static readonly ProblemType NoSuchCode = new("no-such-code", 404);

    /// <summary>Carries <c>nominationId</c>, the other one; params <c>subject</c>, <c>title</c>.</summary>
    public static readonly ProblemType AlreadyNominated = new("already-nominated", 409);

    /// <summary>Law 06/2022/QH15; params <c>whom</c>.</summary>
    public static readonly ProblemType AlreadyRewarded = new("already-rewarded", 409);

    /// <summary>Params <c>subject</c>.</summary>
    public static readonly ProblemType AwardDecided = new("award-decided", 409);

    /// <summary>Carries <c>councilMemberId</c>.</summary>
    public static readonly ProblemType VotedInPerson = new("voted-in-person", 409);

    /// <summary>Carries <c>nominations</c>, their ids; params <c>whom</c>.</summary>
    public static readonly ProblemType NotPassed = new("not-passed", 409);

    /// <summary>Params <c>issuer</c>, <c>number</c>, <c>year</c>.</summary>
    public static readonly ProblemType DecisionNumberTaken = new("decision-number-taken", 409);

    public static readonly ProblemType AwardRevoked = new("award-revoked", 409);

    /// <summary>Params <c>day</c>.</summary>
    public static readonly ProblemType AlreadyRevoked = new("already-revoked", 409);

    /// <summary>Params <c>kind</c>, <c>day</c>, <c>allowed</c>.</summary>
    public static readonly FieldCode TitleInForce = new("title-in-force");

    /// <summary>Params <c>council</c>, <c>unit</c>, <c>subject</c>.</summary>
    public static readonly FieldCode CouncilOfOthers = new("council-of-others");

    /// <summary>Params <c>min</c>, <c>max</c>, <c>given</c>.</summary>
    public static readonly FieldCode DifferentMembers = new("different-members");

    public static readonly FieldCode UnknownMember = new("unknown-member");
    public static readonly FieldCode OneIssuer = new("one-issuer");
}
