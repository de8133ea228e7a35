namespace Campaign.Api.Evaluation;

/// <summary>Reasons for which Evaluation refuses a request, and what can be wrong with its fields.</summary>
public static class EvaluationProblems { }
