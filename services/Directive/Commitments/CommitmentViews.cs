using Campaign.Api;
using Campaign.Api.Directive;
using Campaign.Hosting.Access;
using Campaign.Hosting.Requests;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Commitments;

/// <summary>Commitments as callers see them: the words, and beside each what has been done.</summary>
internal static class CommitmentViews
{
    public static async Task<CommitmentView> ViewAsync(
        this DirectiveDb db,
        Commitment commitment,
        Caller caller,
        DateOnly today,
        CancellationToken ct
    )
    {
        var named = await db.Named(db.Commitments.Where(row => row.Id == commitment.Id))
            .Select(row => new
            {
                row.Unit,
                row.Head,
                row.Symbol,
            })
            .SingleAsync(ct);
        return View(commitment, commitment.Deeds, named.Unit, named.Head, named.Symbol, caller, today);
    }

    /// <summary>A page in the order of the tree, each commitment with its deeds.</summary>
    public static async Task<Page<CommitmentView>> PageAsync(
        this DirectiveDb db,
        IQueryable<Commitment> commitments,
        string? cursor,
        int? limit,
        Caller caller,
        DateOnly today,
        CancellationToken ct
    )
    {
        var size = Cursor.Limit(limit);
        if (Cursor.After<string, Guid>(cursor, out var path, out var id))
        {
            commitments = commitments.Where(c =>
                EF.Functions.GreaterThan(ValueTuple.Create(c.UnitPath, c.Id), ValueTuple.Create(path, id))
            );
        }

        var rows = await db.Named(commitments.AsNoTracking().OrderBy(c => c.UnitPath).ThenBy(c => c.Id).Take(size + 1)).ToListAsync(ct);
        rows = [.. rows.OrderBy(row => row.Commitment.UnitPath, StringComparer.Ordinal).ThenBy(row => row.Commitment.Id)];
        Guid[] ids = [.. rows.Take(size).Select(row => row.Commitment.Id)];
        var deeds = (await db.Deeds.AsNoTracking().Where(deed => ids.Contains(deed.CommitmentId)).ToListAsync(ct)).ToLookup(deed =>
            deed.CommitmentId
        );
        return Cursor.Page(
            rows,
            size,
            row => View(row.Commitment, deeds[row.Commitment.Id], row.Unit, row.Head, row.Symbol, caller, today),
            row => [row.Commitment.UnitPath, row.Commitment.Id]
        );
    }

    private static IQueryable<NamedCommitment> Named(this DirectiveDb db, IQueryable<Commitment> commitments) =>
        commitments.Select(c => new NamedCommitment
        {
            Commitment = c,
            Unit = db.Units.Where(unit => unit.Id == c.UnitId).Select(unit => unit.Name).FirstOrDefault(),
            Head = db.Members.Where(member => member.Id == c.HeadId).Select(member => member.FullName).FirstOrDefault(),
            Symbol = db.Directives.Where(directive => directive.Id == c.DirectiveId).Select(directive => directive.Symbol).FirstOrDefault(),
        });

    private static CommitmentView View(
        Commitment c,
        IEnumerable<Deed> deeds,
        string? unit,
        string? head,
        string? symbol,
        Caller caller,
        DateOnly today
    ) =>
        new(
            c.Id,
            c.CampaignId,
            c.UnitId,
            unit ?? c.UnitPath,
            c.UnitPath,
            c.HeadId,
            head,
            c.DirectiveId,
            symbol,
            c.AssignmentId,
            c.Title,
            c.MadeOn,
            c.State,
            c.IsOverdue(today),
            c.FulfilledOn,
            [
                .. deeds
                    .OrderBy(deed => deed.No)
                    .Select(deed => deed.View(today, CommitmentActions.OfDeeds.May(caller, new PromisedDeed(c, deed)))),
            ],
            c.Version
        )
        {
            May = CommitmentActions.All.May(caller, c),
            SessionId = c.SessionId,
            SessionTopic = c.SessionTopic,
        };

    private sealed class NamedCommitment
    {
        public required Commitment Commitment { get; init; }
        public string? Unit { get; init; }
        public string? Head { get; init; }
        public string? Symbol { get; init; }
    }
}
