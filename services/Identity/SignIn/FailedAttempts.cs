using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Campaign.Identity.SignIn;

/// <summary>
/// Limits failed sign-ins per address. Successful ones do not count: a whole office signs in from one address at eight in
/// the morning, while somebody who guesses passwords fails. Accounts are locked out on their own besides.
/// </summary>
public sealed class FailedAttempts(IOptions<SignInLimits> limits) : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> _limiter = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address =>
        RateLimitPartition.GetSlidingWindowLimiter(address, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = limits.Value.FailuresPerAddress,
            Window = limits.Value.Window,
            SegmentsPerWindow = 5,
        })
    );

    public bool AreTooMany(HttpContext http) => (_limiter.GetStatistics(Address(http))?.CurrentAvailablePermits ?? 1) <= 0;

    public void Count(HttpContext http) => _limiter.AttemptAcquire(Address(http)).Dispose();

    private static IPAddress Address(HttpContext http) => http.Connection.RemoteIpAddress ?? IPAddress.None;

    public void Dispose() => _limiter.Dispose();
}

/// <summary>Section <c>Identity:SignIn</c> of the configuration.</summary>
public sealed class SignInLimits
{
    public int FailuresPerAddress { get; set; } = 30;

    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Wrong passwords in a row that lock an account.</summary>
    public int FailuresPerAccount { get; set; } = 5;

    public TimeSpan Lockout { get; set; } = TimeSpan.FromMinutes(15);
}
