using System.Diagnostics;
using Microsoft.Extensions.Hosting;

namespace Campaign.Messaging;

/// <summary>
/// Knows whether the broker is there. The transport waits silently for its connection and calls itself healthy while no
/// endpoint is affected; an operator wants to be told at once. When it comes back, the transport is made anew and need not
/// finish its waits, which grow to half a minute.
/// </summary>
internal sealed class BrokerWatch(BrokerTopology topology, BrokerBus bus, MessagingOptions options) : BackgroundService
{
    private static readonly TimeSpan FirstPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LastPatience = TimeSpan.FromMinutes(1);
    private readonly Stopwatch _unwell = new();
    private TimeSpan _patience = FirstPatience;
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
                ReplaceWhatDoesNotRecover();
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                away = true;
                _problem = exception.GetBaseException().Message;
            }

            await Task.Delay(options.PollInterval, stoppingToken);
        }
    }

    /// <summary>
    /// An endpoint whose queue had no leader when it was consumed can stay without a consumer although the broker is there:
    /// a bus that is unwell for long is made anew too, with growing patience.
    /// </summary>
    private void ReplaceWhatDoesNotRecover()
    {
        if (bus.Problem is null)
        {
            _unwell.Reset();
            _patience = FirstPatience;
            return;
        }

        _unwell.Start();
        if (_unwell.Elapsed < _patience)
        {
            return;
        }

        bus.Replace();
        _unwell.Restart();
        _patience = TimeSpan.FromTicks(Math.Min(_patience.Ticks * 2, LastPatience.Ticks));
    }
}
