using Campaign.Api.Evaluation;

namespace Campaign.Evaluation.RuleSets;

/// <summary>A rank is a band of the score and every hard condition of that rank; who misses one falls to the next rank below.</summary>
public sealed class RankRule
{
    private readonly List<BandView> _bands;
    private readonly ILookup<string, HardCondition> _conditions;

    public RankRule(IReadOnlyList<BandView> bands, IReadOnlyList<HardCondition> conditions)
    {
        _bands = [.. bands.OrderByDescending(band => band.From)];
        _conditions = conditions.ToLookup(condition => condition.Rank);
    }

    /// <summary>Whether ranks depend on more than the score.</summary>
    public bool NeedsEvidence => _conditions.Count > 0;

    /// <param name="score">0–100.</param>
    /// <param name="evidence">Of the period.</param>
    public string RankOf(decimal score, Evidence evidence) =>
        _bands
            .SkipLast(1)
            .Where(band => score >= band.From && _conditions[band.Rank].All(condition => condition.HoldsFor(evidence)))
            .Select(band => band.Rank)
            .FirstOrDefault()
        ?? _bands[^1].Rank;
}
