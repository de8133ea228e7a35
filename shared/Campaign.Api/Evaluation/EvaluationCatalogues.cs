using Campaign.Contracts;

namespace Campaign.Api.Evaluation;

/// <summary>The words that Evaluation owns.</summary>
public static class EvaluationCatalogues
{
    /// <summary>Best first.</summary>
    public static readonly CatalogueName Ranks = new(Resources.Evaluation, "ranks");

    /// <summary>What is reviewed, and recognised.</summary>
    public static readonly CatalogueName SubjectKinds = new(Resources.Evaluation, "subject-kinds");
}
