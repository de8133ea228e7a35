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
        // all of them have been handled: whatever comes of these now comes again
        var checkIns = await SampleAsync(Resources.Session, nameof(MemberCheckedIn));
        var members = await SampleAsync(Resources.Organization, nameof(MemberChanged));
        var documents = await SampleAsync(Resources.Directive, nameof(DirectiveIssued));
        await using var atCity = await Arrivals.AtAsync(world, Resources.City);
        await using var atSession = await Arrivals.AtAsync(world, Resources.Session);

        // meanwhile new events go out: the old ones arrive among and after them
        var load = await world.Ledger.StartLoadAsync();
        await AgainAsync(Resources.Session, checkIns);
        await AgainAsync(Resources.Organization, members);
        await AgainAsync(Resources.Directive, documents);

        await load.DoneAsync();
        await Eventually.EqualsAsync("check-ins that came again to City", () => atCity.OfAsync(checkIns), checkIns.Length);
        await Eventually.EqualsAsync("documents that came again to City", () => atCity.OfAsync(documents), documents.Length);
        await Eventually.EqualsAsync("members that came again to Session", () => atSession.OfAsync(members), members.Length);
        await world.Ledger.CloseAsync($"{checkIns.Length + documents.Length} events came twice to City, {members.Length} to Session");
    }

    [Fact]
    public async Task Old_news_that_comes_after_the_inbox_forgot_it_changes_nothing()
    {
        await world.BeginAsync();
        await world.RenameCellsAsync("Chi bộ cũ");
        await world.RenameCellsAsync("Chi bộ mới");
        await Eventually.EqualsAsync("cells with the new name", () => RenamedAsync("Chi bộ mới"), world.Cells.Count + 0L);
        var old = await world.ScalarAsync<Guid[]>(
            Resources.Organization,
            "select array_agg(event_id) from messaging.event_log where type = 'UnitChanged' and starts_with(payload ->> 'name', 'Chi "
                + "bộ cũ')"
        );
        old.Length.ShouldBe(world.Cells.Count);

        (await world.ExecuteAsync(Resources.Session, "delete from messaging.inbox where projection = 'units'")).ShouldBeGreaterThan(0);
        await AgainAsync(Resources.Organization, old);

        await Eventually.EqualsAsync(
            "old news that Session's inbox knows again",
            () =>
                world.ScalarAsync<long>(
                    Resources.Session,
                    "select count(*) from messaging.inbox where projection = 'units' and event_id = any($1)",
                    old
                ),
            old.Length
        );
        (await RenamedAsync("Chi bộ mới")).ShouldBe(world.Cells.Count);
        await world.Ledger.CloseAsync($"{world.Cells.Count} old events handled anew");
    }

    private async Task<Guid[]> SampleAsync(string service, string type)
    {
        var sample = await world.ScalarAsync<Guid[]>(
            service,
            $"select array_agg(event_id) from (select event_id from messaging.event_log where type = '{type}' order by random() limit "
                + $"{Sample}) sample"
        );
        return sample.Length > 0 ? sample : throw new InvalidOperationException($"There is no {type} to publish again.");
    }

    private async Task AgainAsync(string service, Guid[] events) =>
        (await world.ExecuteAsync(service, "update messaging.event_log set published_at = null where event_id = any($1)", events)).ShouldBe(
            events.Length
        );

    private Task<long> RenamedAsync(string name) =>
        world.ScalarAsync<long>(Resources.Session, "select count(*) from unit_directory where starts_with(name, $1)", name);
}
