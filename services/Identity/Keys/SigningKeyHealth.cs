using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Campaign.Identity.Keys;

internal sealed class SigningKeyHealth(SigningKeyRing ring) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(ring.IsReady
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The signing keys are not read yet: nobody can sign in."));
}
