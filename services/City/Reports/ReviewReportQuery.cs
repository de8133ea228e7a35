using Campaign.Api.City;
using Campaign.City.RollUps;
using Campaign.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Campaign.City.Reports;

/// <summary>Puts the review report together from running totals and the lists of documents and awards.</summary>
internal sealed class ReviewReportQuery(CityDb database, FigureQueries figures, TimeProvider time)
{
    private const int MaxDocuments = 200;
    private const int MaxTopics = 20;
    private const int MaxUnits = 500;
    private const int MaxAwards = 1000;

    /// <param name="campaign">Must exist.</param>
    /// <param name="district">Null: the whole city.</param>
    public async Task<ReviewReport> ReadAsync(CampaignSummary campaign, string? district, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var names = await figures.DistrictNamesAsync([district ?? Districts.City], ct);
        return new ReviewReport(
            campaign.CampaignId,
            campaign.Name,
            district,
            names.GetValueOrDefault(district ?? Districts.City, district ?? Districts.City),
            from,
            to,
            time.GetUtcNow(),
            await figures.TotalsAsync(campaign.CampaignId, district, from, to, ct),
            await DocumentsAsync(campaign.CampaignId, district, to, ct),
            await figures.QuartersAsync(campaign.CampaignId, district, from, to, ct),
            await TopicsAsync(campaign.CampaignId, district, from, to, ct),
            await RatingsAsync(campaign.CampaignId, district, from, to, ct),
            await UnitsAsync(campaign.CampaignId, district, from, to, ct),
            await AwardsAsync(campaign.CampaignId, district, from, to, ct)
        );
    }

    private async Task<List<DocumentLine>> DocumentsAsync(Guid campaign, string? district, DateOnly to, CancellationToken ct)
    {
        var documents = await database
            .Documents.AsNoTracking()
            .Where(document => document.CampaignId == campaign && document.SignedOn <= to)
            .Where(document => district == null || document.District == district || document.District == Districts.City)
            .OrderBy(document => document.SignedOn)
            .ThenBy(document => document.Id)
            .Take(MaxDocuments)
            .ToListAsync(ct);
        var ids = documents.Select(document => document.Id).ToList();
        var counts = await database
            .Assignments.AsNoTracking()
            .Where(assignment => ids.Contains(assignment.DirectiveId) && (district == null || assignment.District == district))
            .GroupBy(assignment => assignment.DirectiveId)
            .Select(group => new
            {
                group.Key,
                Issued = group.Count(assignment => assignment.Issued),
                Acknowledged = group.Count(assignment => assignment.Acknowledged),
                Completed = group.Count(assignment => assignment.Completed),
            })
            .ToDictionaryAsync(group => group.Key, ct);
        var symbols = documents.ToDictionary(document => document.Id, document => document.Symbol);
        return
        [
            .. documents.Select(document =>
            {
                var count = counts.GetValueOrDefault(document.Id);
                return new DocumentLine(
                    document.Symbol,
                    document.DocumentType,
                    document.Title,
                    document.Issuer,
                    document.SignedOn,
                    document.CarriesOutId is { } superior ? symbols.GetValueOrDefault(superior) : null,
                    document.Units,
                    count?.Issued ?? 0,
                    count?.Acknowledged ?? 0,
                    count?.Completed ?? 0
                );
            }),
        ];
    }

    private async Task<List<NamedCount>> TopicsAsync(Guid campaign, string? district, DateOnly from, DateOnly to, CancellationToken ct) =>
        await InQuarters(campaign, district, from, to)
            .Where(figure => figure.Name == FigureNames.Topics)
            .GroupBy(figure => figure.Key)
            .OrderByDescending(group => group.Sum(figure => figure.Value))
            .ThenBy(group => group.Key)
            .Take(MaxTopics)
            .Select(group => new NamedCount(group.Key, (int)group.Sum(figure => figure.Value)))
            .ToListAsync(ct);

    private async Task<List<RatingFigures>> RatingsAsync(Guid campaign, string? district, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var sums = await figures
            .Of(campaign, district)
            .Where(figure => figure.Name == FigureNames.Reviews && figure.Year >= from.Year && figure.Year <= to.Year)
            .GroupBy(figure => new { figure.Year, figure.Key })
            .Select(group => new
            {
                group.Key.Year,
                group.Key.Key,
                Value = (int)group.Sum(figure => figure.Value),
            })
            .ToListAsync(ct);
        return
        [
            .. sums.Select(sum => (sum.Year, Parts: sum.Key.Split('/'), sum.Value))
                .GroupBy(sum => (sum.Year, Kind: sum.Parts[0]))
                .OrderBy(group => group.Key)
                .Select(group => new RatingFigures(
                    group.Key.Year,
                    group.Key.Kind,
                    [.. group.OrderBy(sum => sum.Parts[1], StringComparer.Ordinal).Select(sum => new NamedCount(sum.Parts[1], sum.Value))],
                    group.Sum(sum => sum.Value)
                )),
        ];
    }

    private async Task<List<UnitLine>> UnitsAsync(Guid campaign, string? district, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var ofQuarters = InQuarters(campaign, district, from, to)
            .Where(figure =>
                figure.Name == FigureNames.GroupSessions
                || figure.Name == FigureNames.GroupExpected
                || figure.Name == FigureNames.GroupAttendance
            );
        var ofCampaign = figures
            .Of(campaign, district)
            .Where(figure => figure.Name == FigureNames.GroupAssignments || figure.Name == FigureNames.GroupCompleted);
        var sums = await ofQuarters
            .Concat(ofCampaign)
            .GroupBy(figure => new { figure.Key, figure.Name })
            .Select(group => new
            {
                Path = group.Key.Key,
                group.Key.Name,
                Value = (int)group.Sum(figure => figure.Value),
            })
            .ToListAsync(ct);
        var paths = sums.Select(sum => sum.Path).Distinct().Order(StringComparer.Ordinal).Take(MaxUnits).ToList();
        var names = await database
            .Units.AsNoTracking()
            .Where(unit => paths.Contains(unit.Path))
            .Select(unit => new { unit.Path, unit.Name })
            .ToDictionaryAsync(unit => unit.Path, unit => unit.Name, ct);
        var values = sums.ToDictionary(sum => (sum.Path, sum.Name), sum => sum.Value);
        return
        [
            .. paths.Select(path =>
            {
                int Of(string name) => values.GetValueOrDefault((path, name));
                return new UnitLine(
                    path,
                    names.GetValueOrDefault(path, path),
                    Of(FigureNames.GroupAssignments),
                    Of(FigureNames.GroupCompleted),
                    Of(FigureNames.GroupSessions),
                    Of(FigureNames.GroupAttendance),
                    Of(FigureNames.GroupExpected)
                );
            }),
        ];
    }

    private async Task<List<AwardLine>> AwardsAsync(Guid campaign, string? district, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var awards = await database
            .Awards.AsNoTracking()
            .Where(award => award.CampaignId == campaign && (district == null || award.District == district))
            .Where(award => award.Granted && !award.Revoked && award.GrantedOn >= from && award.GrantedOn <= to)
            .OrderBy(award => award.GrantedOn)
            .ThenBy(award => award.Id)
            .Take(MaxAwards)
            .ToListAsync(ct);
        var paths = awards.Select(award => award.UnitPath).Distinct().ToList();
        var names = await database
            .Units.AsNoTracking()
            .Where(unit => paths.Contains(unit.Path))
            .Select(unit => new { unit.Path, unit.Name })
            .ToDictionaryAsync(unit => unit.Path, unit => unit.Name, ct);
        return
        [
            .. awards
                .OrderByDescending(award => award.SubjectKind, StringComparer.Ordinal)
                .ThenBy(award => award.UnitPath, StringComparer.Ordinal)
                .Select(award => new AwardLine(
                    award.SubjectName,
                    award.SubjectKind,
                    names.GetValueOrDefault(award.UnitPath, award.UnitPath),
                    award.Title,
                    award.Decision,
                    award.GrantedOn
                )),
        ];
    }

    private IQueryable<Figure> InQuarters(Guid campaign, string? district, DateOnly from, DateOnly to)
    {
        var (first, last) = (Quarters.Index(from), Quarters.Index(to));
        return figures
            .Of(campaign, district)
            .Where(figure =>
                figure.Quarter != 0 && (figure.Year * 4) + figure.Quarter >= first && (figure.Year * 4) + figure.Quarter <= last
            );
    }
}
