using Campaign.Api.Evaluation;
using Campaign.Hosting.Problems;

namespace Campaign.Evaluation.Reviews;

/// <summary>100 points are 30 for common criteria and 70 for task results (Hướng dẫn 43-HD/BTCTW, 31/10/2025).</summary>
internal static class ScoreRule
{
    public const decimal MaxCommon = 30;
    public const decimal MaxTask = 70;
    public const int MaxComment = 2000;

    /// <exception cref="Problem"><c>invalid-request</c>.</exception>
    public static void Demand(Scores? scores)
    {
        Problem.Unless(scores is not null, "'scores' is missing.");
        Demand(scores!.Common, "common", MaxCommon);
        Demand(scores.Task, "task", MaxTask);
        Problem.Unless(
            scores.Comment is null || scores.Comment.Length <= MaxComment,
            $"'comment' must have at most {MaxComment} characters."
        );
    }

    private static void Demand(decimal score, string field, decimal max) =>
        Problem.Unless(
            score >= 0 && score <= max && decimal.Round(score, 2) == score,
            $"'{field}' must lie between 0 and {max}, with at most two decimals; it is {score}."
        );
}
