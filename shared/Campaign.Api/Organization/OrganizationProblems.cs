using Campaign.Api.Problems;

namespace Campaign.Api.Organization;

/// <summary>Reasons for which Organization refuses a request, and what can be wrong with its fields and the rows of its files.</summary>
public static class OrganizationProblems
{
    /// <summary>Params <c>unit</c>, <c>end</c>.</summary>
    public static readonly ProblemType UnitEnded = new("unit-ended", 409);

    /// <summary>Params <c>unit</c>, <c>end</c>.</summary>
    public static readonly ProblemType ParentClosed = new("parent-closed", 409);

    public static readonly ProblemType RootExists = new("root-exists", 409);

    /// <summary>Params <c>code</c>.</summary>
    public static readonly ProblemType CodeTaken = new("code-taken", 409);

    /// <summary>Params <c>number</c>.</summary>
    public static readonly ProblemType NumberTaken = new("number-taken", 409);

    public static readonly ProblemType PostAlreadyHeld = new("post-already-held", 409);

    /// <summary>Params <c>end</c>.</summary>
    public static readonly ProblemType PostAlreadyEnded = new("post-already-ended", 409);

    /// <summary>Params <c>number</c>, <c>signedOn</c>.</summary>
    public static readonly ProblemType DecisionExists = new("decision-exists", 409);

    public static readonly ProblemType DecisionOver = new("decision-over", 409);

    /// <summary>Params <c>unit</c>, <c>on</c>.</summary>
    public static readonly ProblemType ChangedLater = new("changed-later", 409);

    public static readonly ProblemType ImportOver = new("import-over", 409);

    /// <summary>Params <c>count</c>, <c>lines</c>: the first of them.</summary>
    public static readonly ProblemType LinesOutsideYourUnits = new("lines-outside-your-units", 403);

    /// <summary>Of a decision; params <c>step</c> from 1, <c>unit</c>.</summary>
    public static readonly ProblemType StepOutsideYourUnits = new("step-outside-your-units", 403);

    /// <summary>Params <c>step</c>, <c>unit</c>.</summary>
    public static readonly ProblemType NoUnitOnThatDay = new("no-unit-on-that-day", 409);

    /// <summary>Params <c>step</c>.</summary>
    public static readonly ProblemType CityStays = new("city-stays", 409);

    /// <summary>Params <c>step</c>, <c>unit</c>.</summary>
    public static readonly ProblemType UnitBelowItself = new("unit-below-itself", 409);

    /// <summary>Params <c>step</c>, <c>unit</c>.</summary>
    public static readonly ProblemType NoCodeOfADistrict = new("no-code-of-a-district", 409);

    /// <summary>Params <c>step</c>, <c>unit</c>.</summary>
    public static readonly ProblemType NewCodeTaken = new("new-code-taken", 409);

    /// <summary>Params <c>step</c>, <c>child</c>, <c>unit</c>.</summary>
    public static readonly ProblemType NotDirectlyBelow = new("not-directly-below", 409);

    /// <summary>Params <c>step</c>, <c>child</c>.</summary>
    public static readonly ProblemType GivenToTwoSuccessors = new("given-to-two-successors", 409);

    /// <summary>Params <c>step</c>, <c>unit</c>.</summary>
    public static readonly ProblemType OwnSuccessor = new("own-successor", 409);

    /// <summary>Params <c>step</c>, <c>successor</c>, <c>unit</c>.</summary>
    public static readonly ProblemType SuccessorBelow = new("successor-below", 409);

    /// <summary>Params <c>unit</c>, <c>length</c>, <c>max</c>.</summary>
    public static readonly ProblemType PathTooLongAfterSteps = new("path-too-long-after-steps", 409);

    public static readonly FieldCode UnitCode = new("unit-code");
    public static readonly FieldCode MemberNumber = new("member-number");
    public static readonly FieldCode CitizenId = new("citizen-id");
    public static readonly FieldCode UnitToCome = new("unit-to-come");
    public static readonly FieldCode RootByOperator = new("root-by-operator");
    public static readonly FieldCode DistrictCode = new("district-code");

    /// <summary>Params <c>length</c>, <c>max</c>.</summary>
    public static readonly FieldCode PathTooLong = new("path-too-long");

    /// <summary>Params <c>min</c>, <c>max</c>: a member is at least 18 (Điều lệ Đảng, Điều 1).</summary>
    public static readonly FieldCode BirthYear = new("birth-year");

    public static readonly FieldCode NotWithAsOf = new("not-with-as-of");
    public static readonly FieldCode NeededWithAsOf = new("needed-with-as-of");
    public static readonly FieldCode OneSuccessor = new("one-successor");
    public static readonly FieldCode ParentCircle = new("parent-circle");
    public static readonly FieldCode ParentUnknown = new("parent-unknown");

    /// <summary>Params <c>end</c>.</summary>
    public static readonly FieldCode ParentEnds = new("parent-ends");

    /// <summary>Params <c>parent</c>, the present one; null: it is the root.</summary>
    public static readonly FieldCode UnitMoves = new("unit-moves");

    /// <summary>Params <c>root</c>.</summary>
    public static readonly FieldCode RootThere = new("root-there");

    public static readonly FieldCode PostForm = new("post-form");
    public static readonly FieldCode UnitUnknown = new("unit-unknown");
}
