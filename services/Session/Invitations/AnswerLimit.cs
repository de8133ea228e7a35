using System.Threading.RateLimiting;
using Campaign.Api.Session;
using Campaign.Hosting.Problems;

namespace Campaign.Sessions.Invitations;

/// <summary>
/// How often a link may be used: enough for somebody who changes their mind, nothing for a loop. Only genuine links are counted.
/// </summary>
internal sealed class AnswerLimit : IDisposable
{
    private const int PerMinute = 20;

    private readonly PartitionedRateLimiter<(Guid, Guid)> _limiter = PartitionedRateLimiter.Create<(Guid, Guid), (Guid, Guid)>(invited =>
        RateLimitPartition.GetFixedWindowLimiter(invited, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = PerMinute,
            Window = TimeSpan.FromMinutes(1),
        })
    );

    /// <exception cref="Problem"><c>answered-too-often</c> (429).</exception>
    public void Demand(Invited invited)
    {
        using var lease = _limiter.AttemptAcquire((invited.Session.Id, invited.PersonId));
        if (!lease.IsAcquired)
        {
            throw new Problem(SessionProblems.AnsweredTooOften, ("max", PerMinute));
        }
    }

    public void Dispose() => _limiter.Dispose();
}
