using Campaign.Api.Evaluation;
using Campaign.Api.Problems;
using Campaign.Hosting.Problems;

namespace Campaign.Evaluation.Reviews;

/// <summary>100 points are 30 for common criteria and 70 for task results (Hướng dẫn 43-HD/BTCTW, 31/10/2025).</summary>
internal static class ScoreRule
{
    public const decimal MaxCommon = 30;
    public const decimal MaxTask = 70;
    public const int MaxComment = 2000;

    /// <param name="at">Where the scores stand in the request, with a full stop; empty when they are all of it.</param>
    /// <exception cref="Problem"><c>invalid-request</c>.</exception>
    public static void Demand(Scores scores, string at = "")
    {
        Demand(scores.Common, $"{at}common", MaxCommon);
        Demand(scores.Task, $"{at}task", MaxTask);
        Problem.Unless(
            scores.Comment is null || scores.Comment.Length <= MaxComment,
            $"{at}comment",
            FieldCodes.TooLong,
            ("max", MaxComment)
        );
    }

    private static void Demand(decimal score, string field, decimal max) =>
        Problem.Unless(
            score >= 0 && score <= max && decimal.Round(score, 2) == score,
            field,
            EvaluationProblems.Score,
            ("max", max),
            ("given", score)
        );
}
