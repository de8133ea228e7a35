using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Campaign.Messaging;

/// <summary>Ready only while messages can flow both ways. The process itself stays up and catches up (alive).</summary>
internal sealed class MessagingHealthCheck(StatusReader status) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var problems = status.Problems();
        return Task.FromResult(problems.Count == 0
            ? HealthCheckResult.Healthy("Events flow.")
            : new HealthCheckResult(context.Registration.FailureStatus, string.Join(" ", problems)));
    }
}
