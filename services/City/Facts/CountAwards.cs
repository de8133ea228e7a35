using Campaign.City.RollUps;
using Campaign.Contracts;
using Campaign.Messaging.Inbox;

namespace Campaign.City.Facts;

internal sealed class CountAwards(CityDb database)
    : IEventHandler<NominationSubmitted>,
        IEventHandler<AwardGranted>,
        IEventHandler<AwardRevoked>
{
    public Task HandleAsync(NominationSubmitted @event, CancellationToken cancellationToken)
    {
        if (@event.CampaignId is { } campaign)
        {
            database.Deltas.Add(campaign, @event.District, FigureNames.Nominations, 1);
        }

        return Task.CompletedTask;
    }

    public Task HandleAsync(AwardGranted @event, CancellationToken cancellationToken) =>
        ChangeAsync(
            @event,
            award =>
            {
                award.Granted = true;
                award.SubjectKind = @event.SubjectKind;
                award.SubjectName = @event.SubjectName;
                award.UnitPath = @event.UnitPath;
                award.Title = @event.TitleName ?? @event.Title;
                award.Decision = @event.Decision;
                award.GrantedOn = @event.GrantedOn;
            },
            cancellationToken
        );

    public Task HandleAsync(AwardRevoked @event, CancellationToken cancellationToken) =>
        ChangeAsync(@event, award => award.Revoked = true, cancellationToken);

    private async Task ChangeAsync(CampaignEvent @event, Action<AwardFact> change, CancellationToken ct)
    {
        if (@event.CampaignId is not { } campaign)
        {
            return;
        }

        await database.HoldAsync(@event.District, ct);
        var award = await database.Awards.FindAsync([@event.District, @event.AggregateId], ct);
        if (award is null)
        {
            award = new AwardFact
            {
                District = @event.District,
                Id = @event.AggregateId,
                CampaignId = campaign,
            };
            database.Awards.Add(award);
        }

        var before = award.Counts;
        change(award);
        database.Deltas.Add(campaign, @event.District, FigureNames.Awards, (award.Counts ? 1 : 0) - (before ? 1 : 0));
    }
}
