using Campaign.City.RollUps;
using Campaign.Contracts;
using Campaign.Messaging.Inbox;
using Microsoft.EntityFrameworkCore;

namespace Campaign.City.Facts;

internal sealed class CountReviews(CityDb database) : IRunHandler<ReviewDecided>
{
    public async Task HandleAsync(IReadOnlyList<ReviewDecided> run, CancellationToken cancellationToken)
    {
        foreach (var district in run.Where(@event => @event.CampaignId is not null).GroupBy(@event => @event.District))
        {
            await database.HoldAsync(district.Key, cancellationToken);
            var known = await KnownAsync(district.Key, [.. district.Select(@event => @event.AggregateId)], cancellationToken);
            foreach (var @event in district)
            {
                Handle(@event, known.GetValueOrDefault(@event.AggregateId));
            }
        }
    }

    /// <summary>One query for all: a year's decisions of a district come as tens of thousands.</summary>
    private async Task<Dictionary<Guid, ReviewFact>> KnownAsync(string district, List<Guid> ids, CancellationToken ct)
    {
        await database.Reviews.Where(review => review.District == district && ids.Contains(review.Id)).LoadAsync(ct);
        // among those of this pack are some that are not written yet
        return database.Reviews.Local.Where(review => review.District == district).ToDictionary(review => review.Id);
    }

    private void Handle(ReviewDecided @event, ReviewFact? review)
    {
        if (review is null)
        {
            review = new ReviewFact
            {
                District = @event.District,
                Id = @event.AggregateId,
                CampaignId = @event.CampaignId!.Value,
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
        database.Deltas.Add(
            review.CampaignId,
            review.District,
            FigureNames.Reviews,
            sign,
            $"{review.SubjectKind}/{review.Rank}",
            review.Year
        );
}
