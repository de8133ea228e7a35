using Campaign.Contracts;

namespace Campaign.Evaluation.RuleSets;

/// <summary>At most a share of those rated good or better within a group may be excellent.</summary>
/// <param name="Percent">0–100.</param>
/// <param name="Rounding"><c>down</c>, <c>nearest</c> (half up) or <c>up</c>.</param>
/// <param name="Minimum">So many may be excellent in any group that has as many good or better.</param>
public sealed record Cap(decimal Percent, string Rounding, int Minimum)
{
    /// <param name="goodOrBetter">How many of the group are good or excellent.</param>
    /// <exception cref="InvalidOperationException">The catalogue names a rounding that does not exist.</exception>
    public int Allowed(int goodOrBetter)
    {
        var exact = goodOrBetter * Percent / 100;
        var rounded = Rounding switch
        {
            "down" => decimal.Floor(exact),
            "nearest" => decimal.Round(exact, MidpointRounding.AwayFromZero),
            "up" => decimal.Ceiling(exact),
            _ => throw new InvalidOperationException($"There is no rounding '{Rounding}'."),
        };
        return Math.Min(goodOrBetter, Math.Max((int)rounded, Minimum));
    }

    /// <summary>By how many the group has too many excellent; 0 when it keeps the cap.</summary>
    public int Excess(IReadOnlyDictionary<string, int> byRank)
    {
        var excellent = byRank.GetValueOrDefault(Ranks.Excellent);
        return Math.Max(0, excellent - Allowed(excellent + byRank.GetValueOrDefault(Ranks.Good)));
    }
}
