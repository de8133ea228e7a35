using Campaign.Api;
using Campaign.Api.Recognition;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Recognition.Nominations;

/// <summary>Reads nominations of the caller's units.</summary>
internal sealed class NominationReader(RecognitionDb database, Caller caller)
{
    public async Task<Page<NominationView>> ListAsync(Guid? campaign, string? state, string? cursor, int? limit, CancellationToken ct)
    {
        var size = Cursor.Limit(limit);
        var after = Cursor.Id(cursor);
        _ = state is null ? null : Problem.OneOf(state, "state", NominationStates.All);
        var rows = await database
            .Nominations.AsNoTracking()
            .Within(caller.Paths, nomination => nomination.UnitPath)
            .Where(nomination =>
                (campaign == null || nomination.CampaignId == campaign)
                && (state == null || nomination.State == state)
                && (after == null || nomination.Id > after)
            )
            .OrderBy(nomination => nomination.Id)
            .Take(size + 1)
            .ToListAsync(ct);
        Guid[] councils = [.. rows.Select(nomination => nomination.CouncilId).Distinct()];
        var known = await database
            .Councils.AsNoTracking()
            .Where(council => councils.Contains(council.Id))
            .ToDictionaryAsync(council => council.Id, ct);
        return Cursor.Page(rows, size, nomination => nomination.ToView(known[nomination.CouncilId], caller), nomination => [nomination.Id]);
    }

    /// <exception cref="Problem"><c>not-found</c>.</exception>
    public async Task<Nomination> GetAsync(Guid id, CancellationToken ct)
    {
        var nomination = await database.Nominations.AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, ct);
        return nomination is not null && caller.Covers(nomination.UnitPath) ? nomination : throw Problem.NotFound("nomination");
    }

    public async Task<NominationView> ViewAsync(Nomination nomination, CancellationToken ct) =>
        nomination.ToView(await database.Councils.AsNoTracking().SingleAsync(council => council.Id == nomination.CouncilId, ct), caller);
}
