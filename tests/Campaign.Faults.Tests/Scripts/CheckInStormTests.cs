using System.Diagnostics;
using System.Globalization;
using Campaign.Api.Directive;
using Campaign.Api.Session;
using Campaign.Contracts;
using Campaign.Scenarios;
using Campaign.Testing;

namespace Campaign.Faults.Tests;

/// <summary>
/// Everybody checks in while the Session service is killed again and again and the broker with it. Some clients repeat until they
/// are answered, some give up: who was answered is there once, who was not at most once, and City counts what Session holds.
/// </summary>
/// <remarks><c>CAMPAIGN_CHECK_INS=100000</c> plays the whole of it; 3,000 otherwise.</remarks>
public sealed class CheckInStormTests(World world)
{
    private const int Callers = 32;
    private static readonly TimeSpan s_cityCatchesUp = TimeSpan.FromSeconds(30);
    private static readonly int s_checkIns = int.Parse(
        Environment.GetEnvironmentVariable("CAMPAIGN_CHECK_INS") ?? "3000",
        CultureInfo.InvariantCulture
    );

    private int _done;
    private int _repeated;
    private int _gaveUp;
    private int _answered;

    [Fact]
    public async Task Check_ins_survive_five_kills_of_their_service_and_two_of_the_broker()
    {
        await world.BeginAsync();
        var campaign = await world.Clerk.Directive.OpenCampaignAsync(
            new OpenCampaign("Điểm danh", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), world.Campaign.LeadUnitId, ["Điểm danh"])
        );
        var turns = await OpenAsync(campaign.Id);

        var work = Parallel.ForEachAsync(turns, new ParallelOptions { MaxDegreeOfParallelism = Callers }, async (turn, _) =>
        {
            await CheckInAsync(turn.Session, turn.Member);
            Interlocked.Increment(ref _done);
        });
        foreach (
            var (part, target) in ((double, string)[])
                [
                    (0.1, Resources.Session),
                    (0.25, Resources.RabbitMq),
                    (0.4, Resources.Session),
                    (0.55, Resources.Session),
                    (0.65, Resources.RabbitMq),
                    (0.75, Resources.Session),
                    (0.9, Resources.Session),
                ]
        )
        {
            await Eventually.TrueAsync(
                $"{part:P0} of the check-ins",
                () => work.IsFaulted ? throw work.Exception! : _done,
                done => done >= part * turns.Length,
                TimeSpan.FromMinutes(5)
            );
            await KillAsync(target);
        }

        await work;
        var last = Stopwatch.StartNew();
        var sessions = turns.Select(turn => turn.Session).Distinct().ToArray();
        // the figure itself takes part in the recount: who gave up may or may not be there
        await Eventually.TrueAsync(
            "City to count what Session holds",
            async () => (Held: await HeldAsync(sessions), Counted: await CountedAsync(campaign.Id)),
            pair => pair.Held == pair.Counted,
            TimeSpan.FromMinutes(2)
        );
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{turns.Length} check-ins: {_answered} answered, {_repeated} calls repeated, {_gaveUp} gave up; City had counted them "
                + $"{last.Elapsed.TotalSeconds:0.0} s after the last"
        );

        last.Elapsed.ShouldBeLessThan(s_cityCatchesUp);
        _repeated.ShouldBeGreaterThan(0, "nobody was calling when the service was killed");
        (await HeldAsync(sessions)).ShouldBeInRange(_answered, _answered + _gaveUp);
        (
            await world.ScalarAsync<long>(
                Resources.Session,
                "select count(*) from (select payload->>'memberId', aggregate_id from messaging.event_log where type = "
                    + "'MemberCheckedIn' and aggregate_id = any($1) group by 1, 2 having count(*) > 1) twice",
                sessions
            )
        ).ShouldBe(0);
        await world.Ledger.CloseAsync($"{_repeated} calls repeated");
    }

    private Task<long> HeldAsync(Guid[] sessions) =>
        world.ScalarAsync<long>(
            Resources.Session,
            "select count(*) from attendance where session_id = any($1) and status = 'present'",
            sessions
        );

    private Task<long> CountedAsync(Guid campaign) =>
        world.ScalarAsync<long>(
            Resources.City,
            "select coalesce(sum(value), 0)::bigint from figures where campaign_id = $1 and name = 'checked-in'",
            campaign
        );

    /// <summary>As many meetings as are needed for everybody to check in once in each.</summary>
    private async Task<(Guid Session, Guid Member)[]> OpenAsync(Guid campaign)
    {
        var turns = new List<(Guid, Guid)>();
        for (var round = 0; turns.Count < s_checkIns; round++)
        {
            foreach (var (unit, members) in world.Districts)
            {
                var session = await Later.ArrivedAsync(
                    () =>
                        world.Clerk.Session.ScheduleAsync(
                            new ScheduleSession(
                                unit.Id,
                                campaign,
                                null,
                                "cell-meeting",
                                new("Điểm danh", "in-room", "A1", 60),
                                DateTimeOffset.UtcNow.AddDays(-round % 80),
                                members
                            )
                        ),
                    default
                );
                await world.Clerk.Session.OpenAsync(session.Id);
                turns.AddRange(members.Select(member => (session.Id, member)));
            }
        }

        var mixed = turns.ToArray();
        new Random(1).Shuffle(mixed);
        return mixed;
    }

    private async Task CheckInAsync(Guid session, Guid member)
    {
        // one in ten closes the phone at the first trouble
        var patient = member.ToByteArray()[15] % 10 != 0;
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await world.Clerk.Session.CheckInAsync(session, new CheckInRequest(member, null));
                Interlocked.Increment(ref _answered);
                return;
            }
            catch (Exception failure) when (Load.IsPassing(failure) && watch.Elapsed < TimeSpan.FromMinutes(2))
            {
                if (!patient)
                {
                    Interlocked.Increment(ref _gaveUp);
                    return;
                }

                Interlocked.Increment(ref _repeated);
                await Task.Delay(200);
            }
        }
    }

    private async Task KillAsync(string resource)
    {
        await Eventually.TrueAsync($"{resource} to run", () => world.System.ProcessIdOf(resource), id => id != 0, TimeSpan.FromMinutes(2));
        var running = world.System.ProcessIdOf(resource);
        world.System.Kill(resource);
        await Eventually.TrueAsync(
            $"{resource} to be started again",
            () => world.System.ProcessIdOf(resource),
            id => id != running && id != 0,
            TimeSpan.FromMinutes(2)
        );
    }
}
