using Campaign.Messaging.Broker;
using Campaign.Messaging.Relaying;
using Campaign.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Messaging.Tests;

/// <summary>Many districts whose events wait: what the relay holds does not grow with their number.</summary>
[Collection(nameof(AloneInTheProcess))]
public sealed class BacklogTests(TestServers servers) : MessagingTest(servers)
{
    private const int Districts = 20;

    [Fact]
    public async Task However_many_districts_wait_only_some_are_in_memory()
    {
        var broker = new SlowTransport();
        var alpha = await StartAsync(
            "alpha",
            messaging => messaging.Options.Subscriptions = new Dictionary<string, string[]>(),
            services: services => services.AddSingleton<IPackTransport>(broker)
        );

        await alpha.AppendAsync([.. Enumerable.Range(1, Districts).Select(district => Noted.In($"d{district}", 1))]);

        // each that is confirmed lets one more in, until all had their turn: nobody came in beside them
        for (var confirmed = 0; confirmed < Districts; confirmed++)
        {
            var inMemory = Math.Min(DistrictRelay.AtOnce, Districts - confirmed);
            await Eventually.TrueAsync(
                $"{inMemory} districts that wait for their confirm",
                () => broker.Waiting,
                waiting => waiting >= inMemory
            );
            broker.ConfirmOne();
        }

        await Eventually.EqualsAsync("unpublished events", alpha.UnpublishedAsync, 0L);
        broker.MostWaiting.ShouldBe(DistrictRelay.AtOnce);
    }

    /// <summary>A broker that keeps its confirms back.</summary>
    private sealed class SlowTransport : IPackTransport
    {
        private readonly Queue<TaskCompletionSource> _waiting = [];

        public int Waiting
        {
            get
            {
                lock (_waiting)
                {
                    return _waiting.Count;
                }
            }
        }

        public int MostWaiting { get; private set; }

        public void ConfirmOne()
        {
            lock (_waiting)
            {
                _waiting.Dequeue().SetResult();
            }
        }

        public Task SendAsync(string district, EventPack pack, CancellationToken cancellationToken)
        {
            var confirm = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (_waiting)
            {
                _waiting.Enqueue(confirm);
                MostWaiting = Math.Max(MostWaiting, _waiting.Count);
            }

            return confirm.Task.WaitAsync(cancellationToken);
        }
    }
}
