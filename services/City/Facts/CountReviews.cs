using Campaign.City.RollUps;
using Campaign.Contracts;
using Campaign.Messaging;

namespace Campaign.City.Facts;

internal sealed class CountReviews(CityDb database) : IEventHandler<ReviewDecided>
{
    public async Task HandleAsync(ReviewDecided @event, CancellationToken cancellationToken)
    {
        if (@event.CampaignId is not { } campaign)
        {
            return;
        }

        await database.HoldAsync(@event.District, cancellationToken);
        var review = await database.Reviews.FindAsync([@event.District, @event.AggregateId], cancellationToken);
        if (review is null)
        {
            review = new ReviewFact
            {
                District = @event.District,
                Id = @event.AggregateId,
                CampaignId = campaign,
                Year = @event.Year,
                SubjectKind = @event.SubjectKind,
                Rank = @event.Rank,
                Version = @event.Version,
            };
            database.Reviews.Add(review);
            Count(review, +1);
        }
        else if (review.Version < @event.Version)
        {
            Count(review, -1);
            (review.Rank, review.Version) = (@event.Rank, @event.Version);
            Count(review, +1);
        }
    }

    private void Count(ReviewFact review, int sign) =>
        database.Deltas.Add(review.CampaignId, review.District, FigureNames.Reviews, sign, $"{review.SubjectKind}/{review.Rank}", review.Year);
}
