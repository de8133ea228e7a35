using Campaign.Api.Problems;

namespace Campaign.Api.Evaluation;

/// <summary>Reasons for which Evaluation refuses a request, and what can be wrong with its fields.</summary>
public static class EvaluationProblems
{
    public static readonly ProblemType NotYours = new("not-yours", 403);

    /// <summary>Params <c>kind</c>, <c>day</c>.</summary>
    public static readonly ProblemType NoRuleSet = new("no-rule-set", 409);

    /// <summary>Params <c>subject</c>.</summary>
    public static readonly ProblemType AlreadyDecided = new("already-decided", 409);

    /// <summary>Params <c>max</c>, <c>under</c>.</summary>
    public static readonly ProblemType GroupTooLarge = new("group-too-large", 409);

    /// <summary>Params <c>excellent</c>, <c>goodOrBetter</c>, <c>allowed</c>, <c>percent</c>, <c>excess</c>.</summary>
    public static readonly ProblemType CapExceeded = new("cap-exceeded", 409);

    /// <summary>Params <c>named</c>, <c>kind</c>.</summary>
    public static readonly FieldCode RuleSet = new("rule-set");

    /// <summary>Params <c>unit</c>.</summary>
    public static readonly FieldCode WithinPeriod = new("within-period");

    /// <summary>Params <c>max</c>, <c>given</c>.</summary>
    public static readonly FieldCode Score = new("score");
}
