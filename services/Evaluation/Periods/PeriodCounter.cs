using Campaign.Api.Evaluation;
using Campaign.ServiceDefaults.Catalogues;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Evaluation.Periods;

/// <summary>Keeps the counts of a period, in the transaction of the change that they count.</summary>
internal sealed class PeriodCounter(EvaluationDb database)
{
    public const string Reviews = "reviews";

    /// <summary>Reviews that have a proposal, those already decided among them.</summary>
    public const string Proposed = "proposed";

    public Task AddAsync(Guid period, IEnumerable<(string District, string Measure)> changes, CancellationToken ct)
    {
        // in one order everywhere, so that two requests cannot wait for each other
        var counts = changes
            .CountBy(change => change)
            .OrderBy(count => count.Key.District, StringComparer.Ordinal)
            .ThenBy(count => count.Key.Measure, StringComparer.Ordinal)
            .ToList();
        string[] districts = [.. counts.Select(count => count.Key.District)];
        string[] measures = [.. counts.Select(count => count.Key.Measure)];
        int[] numbers = [.. counts.Select(count => count.Value)];
        return database.Database.ExecuteSqlAsync(
            $"""
            insert into period_counts as c (period_id, district, measure, count)
            select {period}, district, measure, number from unnest({districts}, {measures}, {numbers}) change (district, measure, number)
            on conflict (period_id, district, measure) do update set count = c.count + excluded.count
            """,
            ct
        );
    }

    public async Task<IReadOnlyDictionary<Guid, PeriodCounts>> OfAsync(IReadOnlyList<Guid> periods, CancellationToken ct)
    {
        var sums = await database
            .PeriodCounts.Where(count => periods.Contains(count.PeriodId))
            .GroupBy(count => new { count.PeriodId, count.Measure })
            .Select(group => new
            {
                group.Key.PeriodId,
                group.Key.Measure,
                Count = group.Sum(count => count.Count),
            })
            .ToListAsync(ct);
        var ranks = (await database.Ranks.InOrder().Select(rank => rank.Code).ToListAsync(ct)).Distinct().ToList();
        return periods.ToDictionary(
            period => period,
            period =>
            {
                var own = sums.Where(sum => sum.PeriodId == period).ToDictionary(sum => sum.Measure, sum => sum.Count);
                var byRank = ranks.Where(own.ContainsKey).ToDictionary(rank => rank, rank => own[rank]);
                return new PeriodCounts(own.GetValueOrDefault(Reviews), own.GetValueOrDefault(Proposed), byRank.Values.Sum(), byRank);
            }
        );
    }
}
