using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Campaign.Api;
using Campaign.Api.Directive;
using Campaign.Api.Organization;
using Campaign.Api.Session;
using Campaign.Scenarios;
using Campaign.Testing;

namespace Campaign.Faults.Tests;

/// <summary>
/// People at work: members are registered, checked in, documents recorded and taken on record, eight calls at a time. What
/// fails is repeated under the same key until it is acknowledged, as a user's client does.
/// </summary>
public sealed class Load
{
    private const int Members = 60;
    private const int CheckInsOfDistrict = 60;
    private const int Documents = 30;
    private const int Concurrency = 8;
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    private static int s_number;

    private readonly World _world;
    private readonly Acknowledged _acknowledged;
    private int _done;
    private int _total;
    private int _repeated;
    private Task _working = Task.CompletedTask;

    private Load(World world, Acknowledged acknowledged)
    {
        _world = world;
        _acknowledged = acknowledged;
    }

    /// <summary>Calls that had to be repeated: they were under way when something was killed, or came while it was away.</summary>
    public int Repeated => _repeated;

    internal static async Task<Load> StartAsync(World world, Acknowledged acknowledged)
    {
        var load = new Load(world, acknowledged);
        List<Func<Task>> operations =
        [
            .. Enumerable.Range(0, Members).Select(at => (Func<Task>)(() => load.RegisterAsync(world.Cells[at % world.Cells.Count]))),
            .. Enumerable
                .Range(0, Documents)
                .Select(at => (Func<Task>)(() => load.TakeOnRecordAsync(world.Districts[at % world.Districts.Count].Unit))),
        ];
        foreach (var (unit, members) in world.Districts)
        {
            var session = await OpenAsync(world, unit, members);
            acknowledged.Sessions.Add(session);
            operations.AddRange(members.Take(CheckInsOfDistrict).Select(member => (Func<Task>)(() => load.CheckInAsync(session, member))));
        }

        load._total = operations.Count;
        var mixed = operations.ToArray();
        new Random(1).Shuffle(mixed);
        load._working = Parallel.ForEachAsync(mixed, new ParallelOptions { MaxDegreeOfParallelism = Concurrency }, async (operation, _) =>
        {
            await operation();
            Interlocked.Increment(ref load._done);
        });
        return load;
    }

    /// <summary>Waits until this part of the work (0–1) is acknowledged.</summary>
    public async Task ReachedAsync(double part)
    {
        await Eventually.TrueAsync(
            $"{part:P0} of the load",
            () =>
                _working.IsFaulted
                    ? throw new InvalidOperationException($"The load failed: {_working.Exception.GetBaseException()}")
                    : _done,
            done => done >= part * _total,
            s_patience
        );
    }

    /// <summary>Waits until everything is acknowledged.</summary>
    public Task DoneAsync() => _working;

    private static async Task<Guid> OpenAsync(World world, UnitView unit, IReadOnlyList<Guid> members)
    {
        var session = await Later.ArrivedAsync(
            () =>
                world.Clerk.Session.ScheduleAsync(
                    new ScheduleSession(
                        unit.Id,
                        world.Campaign.Id,
                        null,
                        "cell-meeting",
                        new(world.Campaign.Topics[0], "in-room", "A1", 60),
                        DateTimeOffset.UtcNow,
                        members
                    )
                ),
            default
        );
        await world.Clerk.Session.OpenAsync(session.Id);
        return session.Id;
    }

    private async Task RegisterAsync(UnitView cell)
    {
        var member = new RegisterMember(
            string.Create(CultureInfo.InvariantCulture, $"F.{Interlocked.Increment(ref s_number)}"),
            "Minh Họa",
            cell.Id,
            null
        );
        _acknowledged.Members.Add((await AcknowledgedAsync(key => _world.Clerk.Organization.RegisterMemberAsync(member, key))).Id);
    }

    private async Task CheckInAsync(Guid session, Guid member)
    {
        await AcknowledgedAsync(key => _world.Clerk.Session.CheckInAsync(session, new CheckInRequest(member, null), key));
        Interlocked.Increment(ref _acknowledged.CheckIns);
    }

    private async Task TakeOnRecordAsync(UnitView owner)
    {
        var document = new RecordDirective(
            _world.Campaign.Id,
            "KH",
            string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref s_number)}-KH/QU"),
            "Kế hoạch (minh họa)",
            "Quận ủy",
            owner.Id,
            "Minh Họa",
            new DateOnly(2026, 3, 1),
            null,
            null,
            null
        );
        var recorded = await AcknowledgedAsync(key => _world.Clerk.Directive.RecordAsync(document, key));
        await AcknowledgedAsync(key => _world.Clerk.Directive.IssueAsync(recorded.Id, new IssueDirective([], null, []), key));
        _acknowledged.Documents.Add(recorded.Id);
    }

    private async Task<T> AcknowledgedAsync<T>(Func<string, Task<T>> call)
    {
        var key = Guid.CreateVersion7().ToString();
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return await call(key);
            }
            catch (Exception failure) when (watch.Elapsed < s_patience && IsPassing(failure))
            {
                Interlocked.Increment(ref _repeated);
                await Task.Delay(200);
            }
        }
    }

    /// <summary>A broken connection, a cut answer, or a server's own trouble; never a refusal.</summary>
    internal static bool IsPassing(Exception failure) =>
        failure is HttpRequestException or IOException or TaskCanceledException or JsonException
        || (failure is ApiException refused && refused.Status >= HttpStatusCode.InternalServerError);
}
