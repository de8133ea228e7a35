using Campaign.Messaging.Log;
using Campaign.Messaging.Schema;
using Campaign.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Messaging.Tests;

/// <summary>From a committed change to the effect in another service.</summary>
[Trait("Run", "Quick")]
public sealed class PublishingTests(TestServers servers) : MessagingTest(servers)
{
    [Fact]
    public async Task An_event_reaches_the_handler_and_is_marked()
    {
        var alpha = await StartAsync("alpha");
        var beta = await StartAsync("beta", TestService.Store);
        var gamma = await StartAsync("gamma", TestService.Store);

        await alpha.AppendAsync(Noted.In("city", 1));

        await Eventually.EqualsAsync("effects of beta", beta.EffectsAsync, 1L);
        await Eventually.EqualsAsync("effects of gamma", gamma.EffectsAsync, 1L);
        await Eventually.EqualsAsync("unpublished events", alpha.UnpublishedAsync, 0L);
    }

    [Fact]
    public async Task A_rollback_leaves_nothing()
    {
        var alpha = await StartAsync("alpha");
        await using (var scope = alpha.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<TestDb>();
            await Eventually.TrueAsync("the schema", () => alpha.Get<SchemaInstaller>().Ready.IsCompletedSuccessfully, ready => ready);
            await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            scope.ServiceProvider.GetRequiredService<IEventLog>().Append(Noted.In("city", 1));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        }

        (await alpha.ScalarAsync<long>("select count(*) from messaging.event_log")).ShouldBe(0);
    }

    [Fact]
    public async Task A_district_keeps_the_order_of_its_log()
    {
        var alpha = await StartAsync("alpha");
        var beta = await StartAsync("beta", TestService.Store);

        for (var pack = 0; pack < 5; pack++)
        {
            await alpha.AppendAsync([.. Enumerable.Range(pack * 300, 300).Select(version => Noted.In("thanh-xuan", version))]);
        }

        var versions = await Eventually.TrueAsync("1500 effects", () => beta.VersionsAsync("thanh-xuan"), seen => seen.Length == 1500);
        versions.ShouldBe(Enumerable.Range(0, 1500).Select(version => (long)version));
    }
}
