using Microsoft.Extensions.Hosting;

namespace Campaign.Messaging.Broker;

/// <summary>
/// Knows whether the broker is there. The transport waits silently for its connection and calls itself healthy while no
/// endpoint is affected; an operator wants to be told at once. When it comes back, the transport is made anew and need not
/// finish its waits, which grow to half a minute. So it is when it stays ill while the broker answers.
/// </summary>
internal sealed class BrokerWatch(BrokerTopology topology, BrokerBus bus, MessagingOptions options) : BackgroundService
{
    private static readonly TimeSpan FirstPatience = TimeSpan.FromMinutes(1);
    private volatile string? _problem = "The broker has not answered yet.";

    /// <summary>What keeps the broker from us, or null.</summary>
    public string? Problem => _problem ?? bus.Problem;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var away = false;
        var wellAt = TimeProvider.System.GetTimestamp();
        // doubles: where everything is slow, starting takes long and must not be broken off again and again
        var patience = FirstPatience;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await topology.PingAsync(stoppingToken);
                if (bus.Problem is null)
                {
                    (wellAt, patience) = (TimeProvider.System.GetTimestamp(), FirstPatience);
                }

                if (away || TimeProvider.System.GetElapsedTime(wellAt) > patience)
                {
                    // its queues elect their leaders just after it starts to listen; who publishes before that waits long
                    await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
                    bus.Replace();
                    away = false;
                    (wellAt, patience) = (TimeProvider.System.GetTimestamp(), patience * 2);
                }

                _problem = null;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                away = true;
                _problem = exception.GetBaseException().Message;
            }

            await Task.Delay(options.PollInterval, stoppingToken);
        }
    }
}
