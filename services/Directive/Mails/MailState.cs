using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Campaign.Directives.Mails;

/// <summary>What the mail server did last, as this process saw it.</summary>
internal sealed class MailState
{
    private volatile string? _problem;

    /// <summary>Why no mail can be sent; null when the server answered last.</summary>
    public string? Problem => _problem;

    public void Away(string reason) => _problem = reason;

    public void Answered() => _problem = null;
}

/// <summary>Says whether mails go out. The service does its work without them, so it is never unhealthy for that.</summary>
internal sealed class MailHealth(IOptions<MailSettings> settings, MailState state) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        string.IsNullOrWhiteSpace(settings.Value.Host) ? HealthCheckResult.Healthy("No mail server is set (Mail:Host): reminders are in the inbox only.")
        : !settings.Value.Enabled ? HealthCheckResult.Healthy("Mails are switched off (Mail:Enabled): reminders are in the inbox only.")
        : state.Problem is { } problem ? HealthCheckResult.Degraded($"No mail can be sent; they wait. {problem}")
        : HealthCheckResult.Healthy("Mails go out."));
}
