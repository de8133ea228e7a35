using Campaign.Contracts;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Campaign.Identity.Keys;

internal sealed class SigningKeyHealth(SigningKeyRing ring) : IHealthCheck
{
    private static readonly Finding s_unread = new Finding("keys-unread", "The signing keys are not read yet: nobody can sign in.");

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            ring.IsReady ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(s_unread.Text, data: Finding.Data(s_unread))
        );
}
