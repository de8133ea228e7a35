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
            "alpha", messaging => messaging.Options.Subscriptions = new Dictionary<string, string[]>(), services: services => services.AddSingleton<IPackTransport>(broker));

        await alpha.AppendAsync([.. Enumerable.Range(1, Districts).Select(district => Noted.In($"d{district}", 1))]);

        await Eventually.EqualsAsync("districts that are sent", () => Task.FromResult(broker.Sending), DistrictRelay.AtOnce);
        await Task.Delay(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken);
        broker.Sending.ShouldBe(DistrictRelay.AtOnce);
        broker.Confirm();
        await Eventually.EqualsAsync("unpublished events", alpha.UnpublishedAsync, 0L);
        broker.Sending.ShouldBe(Districts);
    }

    /// <summary>A broker that keeps its confirms back.</summary>
    private sealed class SlowTransport : IPackTransport
    {
        private readonly TaskCompletionSource _confirm = new();
        private int _sending;

        public int Sending => _sending;

        public void Confirm() => _confirm.SetResult();

        public Task SendAsync(string district, EventPack pack, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _sending);
            return _confirm.Task.WaitAsync(cancellationToken);
        }
    }
}
