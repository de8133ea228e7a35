using Campaign.Contracts;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Campaign.Directives.Mails;

/// <summary>What the mail server did last, as this process saw it.</summary>
internal sealed class MailState
{
    private volatile Finding? _problem;

    /// <summary>Why no mail can be sent; null when the server answered last.</summary>
    public Finding? Problem => _problem;

    public void Away(Finding reason) => _problem = reason;

    public void Answered() => _problem = null;
}

/// <summary>Says whether mails go out. The service does its work without them, so it is never unhealthy for that.</summary>
internal sealed class MailHealth(IOptions<MailSettings> settings, MailState state) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            settings.Value.IsOn && state.Problem is { } problem
                ? HealthCheckResult.Degraded($"No mail can be sent; they wait. {problem.Text}", data: Finding.Data(problem))
                : Healthy(settings.Value)
        );

    private static HealthCheckResult Healthy(MailSettings settings)
    {
        var finding =
            string.IsNullOrWhiteSpace(settings.Host)
                ? new Finding("mail-no-server", "No mail server is set (Mail:Host): reminders are in the inbox only.")
            : !settings.Enabled ? new Finding("mail-off", "Mails are switched off (Mail:Enabled): reminders are in the inbox only.")
            : new Finding("mail-out", "Mails go out.");
        return HealthCheckResult.Healthy(finding.Text, Finding.Data(finding));
    }
}
