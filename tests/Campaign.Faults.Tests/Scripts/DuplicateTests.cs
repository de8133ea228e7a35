using Campaign.Contracts;
using Campaign.Testing;

namespace Campaign.Faults.Tests;

/// <summary>Deliveries that come again, late and out of order.</summary>
public sealed class DuplicateTests(World world)
{
    private const int Sample = 80;

    [Fact]
    public async Task Events_published_again_move_no_figure()
    {
        await world.BeginAsync();
        await (await world.Ledger.StartLoadAsync()).DoneAsync();
        await world.Ledger.CloseAsync("no fault");
        var before = await DuplicatesAsync();

        // meanwhile new events go out: the old ones arrive among and after them
        var load = await world.Ledger.StartLoadAsync();
        await AgainAsync(Resources.Session, nameof(MemberCheckedIn));
        await AgainAsync(Resources.Organization, nameof(MemberChanged));
        await AgainAsync(Resources.Directive, nameof(DirectiveIssued));

        await load.DoneAsync();
        var twice = await Eventually.TrueAsync("the duplicates to come", DuplicatesAsync, count => count - before >= Sample * 2, TimeSpan.FromMinutes(1)) - before;
        await world.Ledger.CloseAsync($"{twice} events came twice to Session and City");
    }

    [Fact]
    public async Task Old_news_that_comes_after_the_inbox_forgot_it_changes_nothing()
    {
        await world.BeginAsync();
        await world.RenameCellsAsync("Chi bộ cũ");
        await world.RenameCellsAsync("Chi bộ mới");
        await Eventually.EqualsAsync("cells with the new name", () => RenamedAsync("Chi bộ mới"), world.Cells.Count + 0L);
        var handled = (await world.StatusOfAsync(Resources.Session)).Counters.Handled;

        (await world.ExecuteAsync(Resources.Session, "delete from messaging.inbox where projection = 'units'")).ShouldBeGreaterThan(0);
        (await world.ExecuteAsync(Resources.Organization,
            "update messaging.event_log set published_at = null where type = 'UnitChanged' and starts_with(payload ->> 'name', 'Chi bộ cũ')")).ShouldBe(world.Cells.Count);

        await Eventually.TrueAsync("the old news to be handled", async () => (await world.StatusOfAsync(Resources.Session)).Counters.Handled,
            count => count >= handled + world.Cells.Count);
        (await RenamedAsync("Chi bộ mới")).ShouldBe(world.Cells.Count);
        await world.Ledger.CloseAsync($"{world.Cells.Count} old events handled anew");
    }

    private Task<int> AgainAsync(string service, string type) => world.ExecuteAsync(service,
        $"""
         update messaging.event_log set published_at = null
         where id in (select id from messaging.event_log where type = '{type}' and published_at is not null order by random() limit {Sample})
         """);

    private Task<long> RenamedAsync(string name) =>
        world.ScalarAsync<long>(Resources.Session, "select count(*) from unit_directory where starts_with(name, $1)", name);

    private async Task<long> DuplicatesAsync() =>
        (await world.StatusOfAsync(Resources.City)).Counters.Duplicates + (await world.StatusOfAsync(Resources.Session)).Counters.Duplicates;
}
