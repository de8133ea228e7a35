using Campaign.Hosting.Database;
using Microsoft.Extensions.Options;

namespace Campaign.Directives.Mails;

/// <summary>Gathers the day's mails and sends what waits, every minute; nothing while mails are off.</summary>
internal sealed class MailRunner(
    IServiceScopeFactory scopes, DatabaseStart start, IOptions<MailSettings> settings, TimeProvider time, ILogger<MailRunner> logger) : BackgroundService
{
    private static readonly TimeSpan s_every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Value.IsOn)
        {
            logger.LogInformation("No mails are sent: Mail:Host is not set, or Mail:Enabled is false");
            return;
        }

        await start.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(s_every, time);
        do
        {
            try
            {
                await UntilNothingIsLeftAsync<MailRound>(round => round.RunBatchAsync(stoppingToken));
                await UntilNothingIsLeftAsync<MailSender>(sender => sender.RunBatchAsync(stoppingToken));
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("Mails wait for {Every}: {Reason}", s_every, exception.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task UntilNothingIsLeftAsync<T>(Func<T, Task<int>> batch)
        where T : notnull
    {
        int done;
        do
        {
            await using var scope = scopes.CreateAsyncScope();
            done = await batch(scope.ServiceProvider.GetRequiredService<T>());
        }
        while (done > 0);
    }
}
