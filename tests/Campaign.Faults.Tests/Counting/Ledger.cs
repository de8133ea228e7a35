using System.Diagnostics;
using Campaign.Contracts;
using Npgsql;

namespace Campaign.Faults.Tests;

/// <summary>
/// The conservation ledger: what was acknowledged to clients must be there once, at its owner and at every receiver. It counts
/// from the start of the system, so that what an earlier script did late, after queues were last counted, is seen by a later one.
/// </summary>
public sealed class Ledger(World world)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    private readonly Acknowledged _acknowledged = new();

    public Task<Load> StartLoadAsync() => Load.StartAsync(world, _acknowledged);

    /// <summary>Waits until all is well; the verdict after <paramref name="patience"/> otherwise.</summary>
    /// <param name="patience">Default two minutes.</param>
    public async Task<Verdict> VerdictAsync(TimeSpan? patience = null)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                var verdict = await LookAsync();
                if (verdict.IsClean || watch.Elapsed > (patience ?? s_patience))
                {
                    return verdict;
                }
            }
            catch (Exception failure) when (failure is HttpRequestException or NpgsqlException && watch.Elapsed < s_patience)
            {
                // a server that was killed is not quite back
            }

            await Task.Delay(250);
        }
    }

    /// <summary>Fails unless nothing is lost, duplicated or stuck; a stall tells queue depths and relays.</summary>
    /// <param name="hit">What shows that the fault hit, for the report.</param>
    public async Task CloseAsync(string hit)
    {
        var verdict = await VerdictAsync();
        TestContext.Current.TestOutputHelper?.WriteLine($"{hit}; {verdict}");
        if (!verdict.IsClean)
        {
            Assert.Fail($"{hit}; {verdict}\n{string.Join('\n', await Task.WhenAll(Resources.Services.Select(StateAsync)))}");
        }
    }

    private async Task<Verdict> LookAsync()
    {
        List<Place> places = [];
        var members = _acknowledged.Members.ToArray();
        var planted = world.Districts.Sum(district => district.Members.Count);
        foreach (
            var service in (string[])
                [Resources.Organization, Resources.Session, Resources.Evaluation, Resources.Recognition, Resources.Identity]
        )
        {
            places.Add(
                new(
                    $"members in {service}",
                    members.Length,
                    await world.ScalarAsync<long>(service, "select count(*) from members where id = any($1)", members),
                    await world.ScalarAsync<long>(service, "select count(*) from members") - planted
                )
            );
        }

        var sessions = _acknowledged.Sessions.ToArray();
        var checkedIn = await world.ScalarAsync<long>(
            Resources.Session,
            "select count(*) from attendance where session_id = any($1) and status = 'present'",
            sessions
        );
        places.Add(new("check-ins in session", _acknowledged.CheckIns, checkedIn, checkedIn));
        var counted = await FigureAsync("checked-in");
        places.Add(new("check-ins in city", _acknowledged.CheckIns, counted, counted));

        var documents = _acknowledged.Documents.ToArray();
        places.Add(
            new(
                "documents in directive",
                documents.Length,
                await world.ScalarAsync<long>(
                    Resources.Directive,
                    "select count(*) from directives where id = any($1) and state = 'issued'",
                    documents
                ),
                await world.ScalarAsync<long>(
                    Resources.Directive,
                    "select count(*) from directives where campaign_id = $1",
                    world.Campaign.Id
                )
            )
        );
        places.Add(
            new(
                "documents in city",
                documents.Length,
                await world.ScalarAsync<long>(Resources.City, "select count(*) from documents where id = any($1)", documents),
                await FigureAsync("directives")
            )
        );
        var stuck = await StuckAsync();
        return new Verdict(
            places.Sum(place => place.Lost),
            places.Sum(place => place.Duplicated),
            stuck.Sum(pair => pair.Count),
            [
                .. places.Select(place => place.ToString()),
                .. stuck.Where(pair => pair.Count != 0).Select(pair => $"{pair.What}: {pair.Count}"),
            ]
        );
    }

    private Task<long> FigureAsync(string name) =>
        world.ScalarAsync<long>(
            Resources.City,
            "select coalesce(sum(value), 0)::bigint from figures where campaign_id = $1 and name = $2",
            world.Campaign.Id,
            name
        );

    private async Task<List<(string What, long Count)>> StuckAsync()
    {
        List<(string, long)> stuck = [];
        foreach (var service in Resources.Services)
        {
            stuck.Add(
                (
                    $"unpublished by {service}",
                    await world.ScalarAsync<long>(service, "select count(*) from messaging.event_log where published_at is null")
                )
            );
            stuck.Add(
                (
                    $"parked by {service}",
                    await world.ScalarAsync<long>(service, "select count(*) from messaging.parked where state = 'parked'")
                )
            );
        }

        // what is not counted is not known to be empty
        stuck.AddRange((await world.Broker.DepthsAsync()).Select(queue => ($"left in {queue.Key}", queue.Value ?? 1)));
        return stuck;
    }

    private async Task<string> StateAsync(string service)
    {
        try
        {
            var status = await world.StatusOfAsync(service);
            return $"{service}: relays {string.Join(',', status.Relay.Claimed)}; behind {string.Join(", ", status.Relay.Backlogs)}; "
                + $"queues {string.Join(", ", status.Queues.Select(queue => $"{queue.Queue}={queue.Messages}/{queue.Consumers}"))}; "
                + $"{status.Counters}; problems: {string.Join(' ', status.Problems.Select(problem => problem.Text))}";
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or InvalidOperationException)
        {
            return $"{service}: {failure.Message}";
        }
    }

    /// <param name="What">Of what, where.</param>
    /// <param name="Acknowledged">How many must be there.</param>
    /// <param name="Found">How many of those are there.</param>
    /// <param name="Total">How many are there at all.</param>
    private sealed record Place(string What, long Acknowledged, long Found, long Total)
    {
        public long Lost => Math.Max(0, Acknowledged - Found);

        public long Duplicated => Math.Max(0, Total - Acknowledged);

        public override string ToString() => $"{What}: {Acknowledged} acknowledged, {Found} of them there, {Total} there in all";
    }
}
