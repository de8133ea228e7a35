using Campaign.Api;
using Campaign.Api.Evaluation;
using Campaign.Contracts;
using Campaign.Directories.Units;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Evaluation.Periods;

/// <summary>
/// Reads periods. Whoever works below the period's unit sees it as well: a cell's secretary enrols in the district's period.
/// </summary>
internal sealed class PeriodReader(EvaluationDb database, PeriodCounter counter, Caller caller)
{
    public async Task<Page<PeriodView>> ListAsync(Guid? campaign, string? cursor, int? limit, CancellationToken ct)
    {
        var size = Cursor.Limit(limit);
        var after = Cursor.Id(cursor);
        var rows = await Visible()
            .Where(period => (campaign == null || period.CampaignId == campaign) && (after == null || period.Id < after))
            .OrderByDescending(period => period.Id)
            .Take(size + 1)
            .ToListAsync(ct);
        var counts = await counter.OfAsync([.. rows.Select(row => row.Id)], ct);
        var unitName = await database.UnitNamesAsync(rows.Select(row => row.UnitId), ct);
        return Cursor.Page(rows, size, row => View(row, unitName(row.UnitId, row.UnitPath), counts[row.Id]), row => [row.Id]);
    }

    /// <exception cref="Problem"><c>not-found</c>.</exception>
    public async Task<Period> FindAsync(Guid id, CancellationToken ct) =>
        await Visible().SingleOrDefaultAsync(period => period.Id == id, ct) ?? throw Problem.NotFound("period");

    public async Task<PeriodView> ViewAsync(Period period, CancellationToken ct)
    {
        var unitName = await database.UnitNamesAsync([period.UnitId], ct);
        return View(period, unitName(period.UnitId, period.UnitPath), (await counter.OfAsync([period.Id], ct))[period.Id]);
    }

    /// <summary>The subtree to work on: inside the period's unit and inside the caller's.</summary>
    public void DemandWithin(Period period, ActionRule<Period> rule, string under)
    {
        Problem.Unless(UnitPath.IsWithin(under, period.UnitPath), "under", EvaluationProblems.WithinPeriod, ("unit", period.UnitPath));
        rule.Demand(caller, period);
        caller.Demand(under);
    }

    private IQueryable<Period> Visible()
    {
        var roots = caller.Paths;
        string[] above = [.. roots.SelectMany(UnitPath.Ancestors).Distinct()];
        return database
            .Periods.AsNoTracking()
            .Within(roots, period => period.UnitPath)
            .Union(database.Periods.AsNoTracking().Where(period => above.Contains(period.UnitPath)));
    }

    // a late enrolment opens a period again
    private PeriodView View(Period period, string unitName, PeriodCounts counts) =>
        new(
            period.Id,
            period.CampaignId,
            period.Name,
            period.From,
            period.To,
            period.UnitId,
            period.UnitPath,
            unitName,
            period.MemberRuleSet,
            period.UnitRuleSet,
            counts.Reviews > 0 && counts.Decided == counts.Reviews ? PeriodStates.Closed : PeriodStates.Open,
            counts,
            period.Version
        )
        {
            May = PeriodActions.All.May(caller, period),
        };
}
