using Campaign.Contracts;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Campaign.Messaging.Operations;

/// <summary>Ready only while messages can flow both ways. The process itself stays up and catches up (alive).</summary>
internal sealed class MessagingHealthCheck(StatusReader status) : IHealthCheck
{
    private static readonly Finding s_flow = new Finding("events-flow", "Events flow.");

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var problems = status.Problems();
        return Task.FromResult(
            problems.Count == 0
                ? HealthCheckResult.Healthy(s_flow.Text, Finding.Data(s_flow))
                : new HealthCheckResult(
                    context.Registration.FailureStatus,
                    string.Join(" ", problems.Select(problem => problem.Text)),
                    data: Finding.Data(problems)
                )
        );
    }
}
