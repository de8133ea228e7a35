using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Directories.Units;
using Campaign.Messaging.Inbox;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Commitments;

/// <summary>
/// What a session resolved is promised from then on: each item becomes a commitment of the same id with one deed, so that a repeat
/// makes nothing twice.
/// </summary>
internal sealed class PromiseByResolution(DirectiveDb db) : IEventHandler<SessionResolved>
{
    private const int MaxTitle = 300;

    public async Task HandleAsync(SessionResolved @event, CancellationToken cancellationToken)
    {
        // a session may name a campaign that is not on record here
        var campaign = await db
            .Campaigns.Where(row => row.Id == @event.CampaignId)
            .Select(row => (Guid?)row.Id)
            .SingleOrDefaultAsync(cancellationToken);
        foreach (var item in @event.Items)
        {
            if (await db.Commitments.FindAsync([item.Id], cancellationToken) is null)
            {
                // the unit may have ended since, and the news of it may come later
                var unit = await db.GoesOnAtAsync(item.UnitId, cancellationToken);
                db.Commitments.Add(Promise(@event, item, campaign, unit?.Id ?? item.UnitId, unit?.Path ?? item.UnitPath));
            }
        }
    }

    private static Commitment Promise(SessionResolved resolved, ResolvedItem item, Guid? campaign, Guid unitId, string unitPath) =>
        new Commitment
        {
            Id = item.Id,
            CampaignId = campaign,
            SessionId = resolved.AggregateId,
            SessionTopic = resolved.Topic,
            UnitId = unitId,
            UnitPath = unitPath,
            District = UnitPath.District(unitPath),
            HeadId = item.MemberId,
            Title = Short(item.What),
            // what was resolved stands, whatever became of the days
            MadeOn = item.DueOn < resolved.HeldOn ? item.DueOn : resolved.HeldOn,
        }.Promising([new DeedDraft(null, item.What, item.Target, item.Measure, item.DueOn)]);

    // a character that takes two places is not cut in halves: the database takes none
    private static string Short(string what) =>
        what.Length <= MaxTitle ? what : $"{what[..(char.IsHighSurrogate(what[MaxTitle - 2]) ? MaxTitle - 2 : MaxTitle - 1)]}…";
}

internal static class ResolvedCommitment
{
    /// <summary>How far what a session resolved has come; null for a commitment that nobody else waits for.</summary>
    public static CommitmentProgressed? Progressed(this Commitment commitment)
    {
        if (commitment.SessionId is not { } session)
        {
            return null;
        }

        // other deeds may have been promised beside the one that was resolved
        var resolved = commitment.Deeds.MinBy(deed => deed.No)!;
        return new CommitmentProgressed
        {
            District = commitment.District,
            CampaignId = commitment.CampaignId,
            AggregateId = commitment.Id,
            Version = commitment.Version,
            SessionId = session,
            State = commitment.State,
            Target = resolved.Target,
            Done = resolved.Done,
            DueOn = resolved.DueOn,
            ReachedOn = resolved.ReachedOn,
        };
    }
}
