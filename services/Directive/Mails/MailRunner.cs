using Campaign.Hosting.Sweeps;
using Microsoft.Extensions.Options;

namespace Campaign.Directives.Mails;

/// <summary>Gathers the day's mails and sends what waits; nothing while mails are off.</summary>
internal sealed class MailRunner(SweepServices services, IOptions<MailSettings> settings) : Sweep(services)
{
    protected override TimeSpan Every => TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Value.IsOn)
        {
            return base.ExecuteAsync(stoppingToken);
        }

        Logger.LogInformation("No mails are sent: Mail:Host is not set, or Mail:Enabled is false");
        return Task.CompletedTask;
    }

    protected override async Task RoundAsync(CancellationToken ct)
    {
        await UntilNothingIsLeftAsync<MailRound>(round => round.RunBatchAsync(ct));
        await UntilNothingIsLeftAsync<MailSender>(sender => sender.RunBatchAsync(ct));
    }
}
