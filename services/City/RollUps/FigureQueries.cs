using Campaign.Api.City;
using Campaign.Contracts;
using Campaign.Hosting.Problems;
using Microsoft.EntityFrameworkCore;

namespace Campaign.City.RollUps;

/// <summary>
/// Reads running totals: the cost follows what they are split by (districts, quarters, kinds, topics, groups), not the number of people.
/// </summary>
internal sealed class FigureQueries(CityDb database)
{
    /// <exception cref="Problem"><c>not-found</c>.</exception>
    public async Task<CampaignSummary> CampaignAsync(Guid id, CancellationToken ct) =>
        await database
            .Campaigns.AsNoTracking()
            .Where(campaign => campaign.Id == id)
            .Select(campaign => new CampaignSummary(campaign.Id, campaign.Name, campaign.From, campaign.To))
            .SingleOrDefaultAsync(ct)
        ?? throw Problem.NotFound("campaign");

    /// <summary>
    /// Totals; what belongs to a quarter or year only within the given days. The city's documents bind each of its districts and
    /// count there too.
    /// </summary>
    public async Task<Figures> TotalsAsync(Guid campaign, string? district, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var (first, last) = (Quarters.Index(from), Quarters.Index(to));
        var sums = await database
            .Figures.AsNoTracking()
            .Where(figure =>
                figure.CampaignId == campaign
                && (
                    district == null
                    || figure.District == district
                    || (figure.District == Districts.City && figure.Name == FigureNames.Directives)
                )
            )
            .Where(figure =>
                figure.Year == 0
                || (figure.Quarter == 0 && figure.Year >= from.Year && figure.Year <= to.Year)
                || (figure.Quarter != 0 && (figure.Year * 4) + figure.Quarter >= first && (figure.Year * 4) + figure.Quarter <= last)
            )
            .GroupBy(figure => figure.Name)
            .Select(group => new { group.Key, Value = group.Sum(figure => figure.Value) })
            .ToDictionaryAsync(group => group.Key, group => group.Value, ct);
        return ToFigures(sums);
    }

    /// <summary>One line a district, in the order of their keys, after <paramref name="after"/>.</summary>
    public async Task<List<DistrictFigures>> DistrictsAsync(Guid campaign, string? district, string? after, int take, CancellationToken ct)
    {
        var keys = await Of(campaign, district)
            .Select(figure => figure.District)
            .Distinct()
            .Where(key => after == null || key.CompareTo(after) > 0)
            .OrderBy(key => key)
            .Take(take)
            .ToListAsync(ct);
        var sums = await Of(campaign, null)
            .Where(figure => keys.Contains(figure.District))
            .GroupBy(figure => new { figure.District, figure.Name })
            .Select(group => new
            {
                group.Key.District,
                group.Key.Name,
                Value = group.Sum(figure => figure.Value),
            })
            .ToListAsync(ct);
        var names = await DistrictNamesAsync(keys, ct);
        return
        [
            .. keys.Select(key => new DistrictFigures(
                key,
                names.GetValueOrDefault(key, key),
                ToFigures(sums.Where(sum => sum.District == key).ToDictionary(sum => sum.Name, sum => sum.Value))
            )),
        ];
    }

    /// <summary>Sessions held, quarter by quarter, oldest first; at most 80 quarters.</summary>
    public async Task<List<QuarterFigures>> QuartersAsync(Guid campaign, string? district, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var (first, last) = (Quarters.Index(from), Quarters.Index(to));
        var sums = await Of(campaign, district)
            .Where(figure =>
                (figure.Name == FigureNames.SessionsHeld || figure.Name == FigureNames.Expected || figure.Name == FigureNames.Attendance)
                && (figure.Year * 4) + figure.Quarter >= first
                && (figure.Year * 4) + figure.Quarter <= last
            )
            .GroupBy(figure => new
            {
                figure.Year,
                figure.Quarter,
                figure.Name,
                figure.Key,
            })
            .Select(group => new
            {
                group.Key.Year,
                group.Key.Quarter,
                group.Key.Name,
                group.Key.Key,
                Value = (int)group.Sum(figure => figure.Value),
            })
            .ToListAsync(ct);
        return
        [
            .. sums.GroupBy(sum => (sum.Year, sum.Quarter))
                .OrderBy(quarter => quarter.Key)
                .Take(80)
                .Select(quarter =>
                {
                    var expected = quarter.Where(sum => sum.Name == FigureNames.Expected).Sum(sum => sum.Value);
                    var attendance = quarter.Where(sum => sum.Name == FigureNames.Attendance).Sum(sum => sum.Value);
                    return new QuarterFigures(
                        quarter.Key.Year,
                        quarter.Key.Quarter,
                        [
                            .. quarter
                                .Where(sum => sum.Name == FigureNames.SessionsHeld)
                                .OrderBy(sum => sum.Key, StringComparer.Ordinal)
                                .Select(sum => new NamedCount(sum.Key, sum.Value)),
                        ],
                        expected,
                        attendance,
                        Rates.Percent(attendance, expected)
                    );
                }),
        ];
    }

    public IQueryable<Figure> Of(Guid campaign, string? district) =>
        database.Figures.AsNoTracking().Where(figure => figure.CampaignId == campaign && (district == null || figure.District == district));

    /// <summary>Names of districts by key; the root's name stands for the city.</summary>
    public async Task<Dictionary<string, string>> DistrictNamesAsync(IReadOnlyCollection<string> keys, CancellationToken ct)
    {
        var units = await database
            .Units.AsNoTracking()
            .Where(unit => unit.ParentId == null || keys.Contains(unit.Code))
            .OrderBy(unit => unit.Code)
            .Select(unit => new
            {
                unit.Code,
                unit.Name,
                unit.ParentId,
            })
            .Take(500)
            .ToListAsync(ct);
        return units
            .GroupBy(unit => unit.ParentId is null ? Districts.City : unit.Code)
            .ToDictionary(group => group.Key, group => group.First().Name);
    }

    private static Figures ToFigures(Dictionary<string, long> sums)
    {
        int Of(string name) => (int)sums.GetValueOrDefault(name);
        return new Figures(
            Of(FigureNames.Directives),
            Of(FigureNames.Assignments),
            Of(FigureNames.Acknowledged),
            Of(FigureNames.Completed),
            Of(FigureNames.CompletedOnTime),
            Of(FigureNames.Overdue),
            Of(FigureNames.UnitsAddressed),
            Of(FigureNames.UnitsReached),
            Of(FigureNames.SessionsScheduled),
            Of(FigureNames.SessionsHeld),
            Of(FigureNames.Attendance),
            Of(FigureNames.Expected),
            Of(FigureNames.CheckedIn),
            Of(FigureNames.Reviews),
            Of(FigureNames.Nominations),
            Of(FigureNames.Awards)
        );
    }
}
