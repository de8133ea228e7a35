using Microsoft.Extensions.Hosting;

namespace Campaign.Messaging;

/// <summary>
/// Knows whether the broker is there. The transport waits silently for its connection and calls itself healthy while no
/// endpoint is affected; an operator wants to be told at once. When it comes back, the transport is made anew and need not
/// finish its waits, which grow to half a minute.
/// </summary>
internal sealed class BrokerWatch(BrokerTopology topology, BrokerBus bus, MessagingOptions options) : BackgroundService
{
    private volatile string? _problem = "The broker has not answered yet.";

    /// <summary>What keeps the broker from us, or null.</summary>
    public string? Problem => _problem ?? bus.Problem;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var away = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await topology.PingAsync(stoppingToken);
                if (away)
                {
                    // its queues elect their leaders just after it starts to listen; who publishes before that waits long
                    await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
                    bus.Replace();
                    away = false;
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
