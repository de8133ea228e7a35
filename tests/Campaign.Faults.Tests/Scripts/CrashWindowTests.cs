using Campaign.Contracts;
using Campaign.Testing;

namespace Campaign.Faults.Tests;

/// <summary>
/// The two windows where a crash hurts most, hit exactly: one more process of the service kills itself there, and the
/// process of the app host takes over what it held.
/// </summary>
public sealed class CrashWindowTests(World world)
{
    private const int Killed = 128 + 9;

    [Fact]
    public async Task A_crash_just_after_publish_sends_again_and_has_each_effect_once()
    {
        await world.BeginAsync();
        // it hears every event of Session
        await using var atCity = await Arrivals.AtAsync(world, Resources.City);
        await using var doomed = ServiceProcess.Start(
            world.System,
            Resources.Session,
            ("Messaging__AllowFaults", "true"),
            ("Messaging__CrashAfterPublish", "1")
        );
        await doomed.JoinedAsync(world);

        var load = await world.Ledger.StartLoadAsync();

        (await doomed.EndedAsync()).ShouldBe(Killed, doomed.ToString());
        await load.DoneAsync();
        var twice = await Eventually.TrueAsync("the events of the crash to come again", atCity.TwiceAsync, count => count > 0);
        await world.Ledger.CloseAsync($"{twice} events came twice");
    }

    [Fact]
    public async Task A_crash_just_before_commit_leaves_no_half_effect()
    {
        await world.BeginAsync();
        var before = await world.Broker.RedeliveredAsync(Resources.City);
        await using var doomed = ServiceProcess.Start(
            world.System,
            Resources.City,
            ("Messaging__AllowFaults", "true"),
            ("Messaging__CrashBeforeCommit", "1")
        );
        await doomed.JoinedAsync(world);

        var load = await world.Ledger.StartLoadAsync();

        (await doomed.EndedAsync()).ShouldBe(Killed, doomed.ToString());
        await load.DoneAsync();
        var again =
            await Eventually.TrueAsync(
                "the message of the crash to come again",
                () => world.Broker.RedeliveredAsync(Resources.City),
                count => count > before
            ) - before;
        await world.Ledger.CloseAsync($"{again} messages came again");
    }
}
