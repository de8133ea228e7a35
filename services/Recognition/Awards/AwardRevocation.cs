using Campaign.Api.Problems;
using Campaign.Api.Recognition;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Messaging.Log;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Recognition.Awards;

/// <summary>Annuls an award (Law 06/2022/QH15: fraud, forged dossier, standard not met); its verification says so from then on.</summary>
internal sealed class AwardRevocation(RecognitionDb database, Caller caller, IEventLog events, TimeProvider time)
{
    /// <exception cref="Problem"><c>already-revoked</c> (409), <c>not-found</c>.</exception>
    public async Task<Award> RevokeAsync(Guid id, RevokeAward request, CancellationToken ct)
    {
        var reason = Problem.Text(request.Reason, "reason", 2000, 10);
        var award = await database.Awards.Include(a => a.Decision).SingleOrDefaultAsync(a => a.Id == id, ct);
        if (award is null || !caller.Holds([], award.UnitPath))
        {
            throw Problem.NotFound("award");
        }

        AwardActions.Revoke.Demand(caller, award);
        var (earliest, latest) = (award.Decision!.SignedOn, time.Today());
        Problem.Unless(request.On >= earliest, "on", FieldCodes.TooEarly, ("earliest", earliest));
        Problem.Unless(request.On <= latest, "on", FieldCodes.TooLate, ("latest", latest));
        award.Revoke(request.On, reason);
        (await database.Nominations.SingleAsync(nomination => nomination.Id == award.NominationId, ct)).Revoke();
        events.Append(
            new AwardRevoked
            {
                District = award.District,
                CampaignId = award.CampaignId,
                AggregateId = award.Id,
                Version = award.Version,
                SubjectKind = award.SubjectKind,
                SubjectId = award.SubjectId,
                UnitPath = award.UnitPath,
                RevokedOn = request.On,
            }
        );
        await database.SaveChangesAsync(ct);
        return award;
    }
}
