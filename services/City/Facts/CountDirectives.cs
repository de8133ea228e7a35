using Campaign.City.RollUps;
using Campaign.Contracts;
using Campaign.Messaging.Inbox;

namespace Campaign.City.Facts;

internal sealed class CountDirectives(CityDb database) : IEventHandler<CampaignOpened>, IEventHandler<DirectiveIssued>
{
    public async Task HandleAsync(CampaignOpened @event, CancellationToken cancellationToken)
    {
        await database.HoldAsync(@event.District, cancellationToken);
        var campaign = await database.Campaigns.FindAsync([@event.AggregateId], cancellationToken);
        if (campaign is null)
        {
            database.Campaigns.Add(
                new CampaignFact
                {
                    Id = @event.AggregateId,
                    Name = @event.Name,
                    From = @event.From,
                    To = @event.To,
                    Version = @event.Version,
                }
            );
        }
        else if (campaign.Version < @event.Version)
        {
            (campaign.Name, campaign.From, campaign.To, campaign.Version) = (@event.Name, @event.From, @event.To, @event.Version);
        }
    }

    public async Task HandleAsync(DirectiveIssued @event, CancellationToken cancellationToken)
    {
        if (@event.CampaignId is not { } campaign)
        {
            return;
        }

        await database.HoldAsync(@event.District, cancellationToken);
        if (await database.Documents.FindAsync([@event.AggregateId], cancellationToken) is not null)
        {
            return;
        }

        database.Documents.Add(
            new DocumentFact
            {
                Id = @event.AggregateId,
                CampaignId = campaign,
                District = @event.District,
                Symbol = @event.Symbol,
                DocumentType = @event.DocumentType,
                Title = @event.Title,
                Issuer = @event.Issuer,
                SignedOn = @event.SignedOn,
                CarriesOutId = @event.CarriesOutId,
                Units = @event.Units,
            }
        );
        database.Deltas.Add(campaign, @event.District, FigureNames.Directives, 1);
    }
}
