using Campaign.Api;
using Campaign.Api.Evaluation;
using Campaign.Contracts;
using Campaign.Directories.Units;
using Campaign.Evaluation.GatheredEvidence;
using Campaign.Evaluation.Periods;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Campaign.ServiceDefaults.Audit;
using Campaign.ServiceDefaults.Catalogues;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Evaluation.Reviews;

/// <summary>Which reviews a list shows.</summary>
internal sealed record ReviewFilter(Guid Period, string? Under, string? SubjectKind, string? State, string? Rank);

/// <summary>Reads reviews with the evidence behind them; every read of another person's review is audited.</summary>
internal sealed class ReviewReader(EvaluationDb database, EvidenceQuery evidence, Caller caller, IAudit audit)
{
    public async Task<Page<ReviewView>> ListAsync(ReviewFilter filter, string? cursor, int? limit, CancellationToken ct)
    {
        var size = Cursor.Limit(limit);
        if (filter.Rank is { } rank)
        {
            await database.Ranks.OneOfAsync(rank, "rank", null, ct);
        }

        var rows = await After(Filtered(filter), cursor)
            .OrderBy(review => review.UnitPath)
            .ThenBy(review => review.Id)
            .Take(size + 1)
            .ToListAsync(ct);
        var shown = rows.Take(size).ToList();
        var period = await database.Periods.AsNoTracking().SingleOrDefaultAsync(p => p.Id == filter.Period, ct)
            ?? throw Problem.NotFound("period");
        Guid[] others = [.. shown.Where(IsAnothers).Select(review => review.Id)];
        if (others.Length > 0)
        {
            audit.Record("read", nameof(Review), period.Id.ToString(), new { reviews = others });
            await database.SaveChangesAsync(ct);
        }

        return new Page<ReviewView>(await ViewsAsync(shown, period, ct), Cursor.Next(rows, size, review => [review.UnitPath, review.Id]));
    }

    /// <exception cref="Problem"><c>not-found</c>: also when the caller may not see it.</exception>
    public async Task<ReviewView> GetAsync(Guid id, CancellationToken ct)
    {
        var review = await database.Reviews.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct);
        if (review is null || !(caller.IsOwn(review) || caller.Oversees(review.UnitPath)))
        {
            throw Problem.NotFound("review");
        }

        if (IsAnothers(review))
        {
            audit.Record("read", nameof(Review), review.Id.ToString());
            await database.SaveChangesAsync(ct);
        }

        return await ViewAsync(review, ct);
    }

    public async Task<ReviewView> ViewAsync(Review review, CancellationToken ct)
    {
        var period = await database.Periods.AsNoTracking().SingleAsync(p => p.Id == review.PeriodId, ct);
        return (await ViewsAsync([review], period, ct)).Single();
    }

    private bool IsAnothers(Review review) => review.SubjectKind == SubjectKinds.Member && !caller.IsOwn(review);

    private IQueryable<Review> Filtered(ReviewFilter filter)
    {
        var (kind, state, rank) = (filter.SubjectKind, filter.State, filter.Rank);
        _ = kind is null ? null : Problem.OneOf(kind, "subjectKind", SubjectKinds.All);
        _ = state is null ? null : Problem.OneOf(state, "state", ReviewStates.All);
        var rows = Visible(filter.Under).Where(review => review.PeriodId == filter.Period);
        rows = kind is null ? rows : rows.Where(review => review.SubjectKind == kind);
        rows = state is null ? rows : rows.Where(review => review.State == state);
        return rank is null ? rows : rows.Where(review => review.Rank == rank);
    }

    private IQueryable<Review> Visible(string? under)
    {
        if (under is not null)
        {
            caller.DemandOversight(under);
        }

        var rows = database.Reviews.AsNoTracking();
        var overseen = caller.Overseen();
        return under is null && overseen.Count == 0
            ? rows.Where(review => review.SubjectKind == SubjectKinds.Member && review.SubjectId == caller.MemberId)
            : rows.Within(under is null ? overseen : [under], review => review.UnitPath);
    }

    private static IQueryable<Review> After(IQueryable<Review> rows, string? cursor) =>
        Cursor.After<string, Guid>(cursor, out var path, out var id)
            ? rows.Where(review => EF.Functions.GreaterThan(ValueTuple.Create(review.UnitPath, review.Id), ValueTuple.Create(path, id)))
            : rows;

    private async Task<IReadOnlyList<ReviewView>> ViewsAsync(IReadOnlyList<Review> reviews, Period period, CancellationToken ct)
    {
        var found = new Dictionary<(string, Guid), Evidence>();
        foreach (var kind in reviews.GroupBy(review => review.SubjectKind, review => review.SubjectId))
        {
            foreach (var (subject, known) in await evidence.OfAsync(kind.Key, [.. kind], period.From, period.To, ct))
            {
                found.Add((kind.Key, subject), known);
            }
        }

        var unitName = await database.UnitNamesAsync(reviews.Select(review => review.UnitId), ct);
        return
        [
            .. reviews.Select(review =>
                View(review, unitName(review.UnitId, review.UnitPath), found[(review.SubjectKind, review.SubjectId)])
            ),
        ];
    }

    private ReviewView View(Review review, string unitName, Evidence evidence) =>
        new(
            review.Id,
            review.PeriodId,
            review.SubjectKind,
            review.SubjectId,
            review.SubjectName,
            review.UnitId,
            review.UnitPath,
            unitName,
            review.State,
            review.SelfCommon is { } selfCommon ? new Scores(selfCommon, review.SelfTask!.Value, review.SelfComment) : null,
            review.ProposalCommon is { } common ? new Scores(common, review.ProposalTask!.Value, review.ProposalComment) : null,
            review.Rank is { } rank
                ? new DecisionView(
                    review.Score!.Value,
                    rank,
                    review.RuleSet!,
                    review.DecidedOn!.Value,
                    review.DecidedBy!,
                    review.OverrideReason
                )
                : null,
            evidence,
            review.Version
        )
        {
            May = ReviewActions.All.May(caller, review),
        };
}
