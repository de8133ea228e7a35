using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Messaging.Log;
using Campaign.Time;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Commitments;

/// <summary>
/// A signed-in person changes one commitment: the row is locked, scope and rule are applied, rows and events written together.
/// </summary>
internal sealed class CommitmentRequest(DirectiveDb db, IEventLog events, Caller caller, TimeProvider time, IHttpContextAccessor http)
{
    /// <param name="demand">What must hold of the commitment and the caller; throws.</param>
    public async Task<Ok<CommitmentView>> ChangeAsync(
        Guid id,
        Action<Commitment> demand,
        Func<Commitment, IReadOnlyList<CampaignEvent>> rule,
        CancellationToken ct
    )
    {
        var commitment = await db.TogetherAsync(
            async () =>
            {
                var found = (
                    await db.Commitments.FromSql($"select * from commitments where id = {id} for update").ToListAsync(ct)
                ).SingleOrDefault() ?? throw Problem.NotFound("commitment");
                await db.Deeds.Where(deed => deed.CommitmentId == id).OrderBy(deed => deed.No).Include(deed => deed.Entries).LoadAsync(ct);
                demand(found);
                var before = found.Version;
                foreach (var happened in rule(found))
                {
                    events.Append(happened);
                }

                if (found.Version > before && found.Progressed() is { } progressed)
                {
                    events.Append(progressed);
                }

                return found;
            },
            ct
        );
        Etags.Set(http.HttpContext!.Response, commitment.Version);
        return TypedResults.Ok(await db.ViewAsync(commitment, caller, time.Today(), ct));
    }
}
