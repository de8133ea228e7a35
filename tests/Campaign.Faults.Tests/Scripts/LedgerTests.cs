using Campaign.Contracts;
using Campaign.Testing;

namespace Campaign.Faults.Tests;

/// <summary>The ledger itself: it must be able to go red.</summary>
public sealed class LedgerTests(World world)
{
    [Fact]
    public async Task Ledger_sees_a_lost_message()
    {
        await world.BeginAsync();
        var load = await world.Ledger.StartLoadAsync();
        await load.DoneAsync();
        await world.Ledger.CloseAsync("no fault");

        // as if the message of one document had never come to City
        await world.ExecuteAsync(
            Resources.City,
            """
            create table lost as select * from documents limit 1;
            delete from documents where id in (select id from lost);
            update figures set value = value - 1 where name = 'directives' and district = (select district from lost)
            """
        );
        var lost = await SettledAsync();
        await world.ExecuteAsync(
            Resources.City,
            """
            insert into documents select * from lost;
            update figures set value = value + 1 where name = 'directives' and district = (select district from lost);
            drop table lost
            """
        );

        (lost.Lost, lost.Duplicated, lost.Stuck).ShouldBe((1, 0, 0));
        (await world.Ledger.VerdictAsync()).IsClean.ShouldBeTrue();
    }

    [Fact]
    public async Task Ledger_sees_an_effect_that_came_twice()
    {
        await world.BeginAsync();
        await (await world.Ledger.StartLoadAsync()).DoneAsync();
        await world.Ledger.CloseAsync("no fault");

        await world.ExecuteAsync(Resources.City, "update figures set value = value + 1 where name = 'checked-in' and district = 'dong'");
        var twice = await SettledAsync();
        await world.ExecuteAsync(Resources.City, "update figures set value = value - 1 where name = 'checked-in' and district = 'dong'");

        (twice.Lost, twice.Duplicated, twice.Stuck).ShouldBe((0, 1, 0));
    }

    [Fact]
    public async Task Ledger_sees_a_message_that_nobody_takes()
    {
        await world.BeginAsync();
        await world.Ledger.CloseAsync("no fault");

        await using (var hold = await Hold.OnAsync(world, Resources.Directive))
        {
            await world.RenameCellsAsync("Chi bộ bị giữ");
            await hold.CaughtAsync();
            // first seen are the events that the relay has not sent yet; then the message that its receiver holds
            var stuck = await Eventually.TrueAsync(
                "the ledger to see it",
                () => world.Ledger.VerdictAsync(TimeSpan.Zero),
                verdict => verdict.Lines.Any(line => line.StartsWith("left in directive.", StringComparison.Ordinal))
            );
            stuck.Stuck.ShouldBePositive();
        }

        await world.Ledger.CloseAsync("released");
    }

    /// <summary>What the ledger says once nothing is on its way any more: services have work of their own going on.</summary>
    private Task<Verdict> SettledAsync() =>
        Eventually.TrueAsync("everything to have arrived", () => world.Ledger.VerdictAsync(TimeSpan.Zero), verdict => verdict.Stuck == 0);
}
