using Campaign.Api.Evaluation;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Evaluation.Reviews;

/// <summary>The first step: members rate themselves, the secretary rates the unit.</summary>
internal sealed class SelfRating(EvaluationDb database, Caller caller, IAudit audit)
{
    /// <exception cref="Problem"><c>not-yours</c> (403), <c>already-decided</c> (409).</exception>
    public async Task<Review> RateAsync(Guid id, Scores scores, CancellationToken ct)
    {
        ScoreRule.Demand(scores);
        var review = await database.Reviews.SingleOrDefaultAsync(r => r.Id == id, ct);
        if (review is null || !(caller.IsOwn(review) || caller.Oversees(review.UnitPath)))
        {
            throw Problem.NotFound("review");
        }

        if (!(caller.IsOwn(review) || review.SubjectKind == SubjectKinds.Unit))
        {
            throw new Problem(EvaluationProblems.NotYours);
        }

        ReviewActions.SelfRate.Demand(caller, review);
        review.SelfCommon = scores.Common;
        review.SelfTask = scores.Task;
        review.SelfComment = scores.Comment;
        review.State = review.State == ReviewStates.Enrolled ? ReviewStates.SelfRated : review.State;
        review.Version++;
        audit.Record("self-rated", nameof(Review), review.Id.ToString());
        await database.SaveChangesAsync(ct);
        return review;
    }
}
