using System.Diagnostics.Metrics;
using Campaign.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Session.Tests.Service;

/// <summary>What the operators' dashboard counts: everybody who came, by whatever way, once.</summary>
[Collection<SessionCollection>]
public sealed class CheckInMetricTests(SessionService service)
{
    [Fact]
    public async Task Early_scans_count_once_when_the_meeting_opens_and_later_ones_as_they_come()
    {
        using var counted = new Counted(service);
        var (cell, session) = await WaitingAsync(3);
        await ScanAsync(cell, session, 0, 1);
        counted.Members.ShouldBe(0);

        var secretary = service.As(cell.Secretary);
        await secretary.OpenAsync(session);
        counted.Members.ShouldBe(2);
        await secretary.OpenAsync(session);
        await ScanAsync(cell, session, 0, 2);

        counted.Members.ShouldBe(3);
    }

    [Fact]
    public async Task Early_scans_count_when_a_meeting_closes_that_was_never_opened()
    {
        using var counted = new Counted(service);
        var (cell, session) = await WaitingAsync(2);
        await ScanAsync(cell, session, 0);

        await service.As(cell.Secretary).CloseAsync(session, cell.Over());

        counted.Members.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_undone_is_not_told()
    {
        await using var scope = service.Factory.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SessionDb>();
        var told = 0;

        await Should.ThrowAsync<TimeoutException>(() =>
            database.AtomicallyAsync<int>(
                () =>
                {
                    database.AfterCommit(() => told++);
                    throw new TimeoutException();
                },
                CancellationToken.None
            )
        );
        await database.AtomicallyAsync(() => Task.FromResult(0), CancellationToken.None);

        told.ShouldBe(0);
    }

    private async Task<(Cell Cell, Guid Session)> WaitingAsync(int members)
    {
        var cell = await service.CellAsync(members);
        return (cell, (await service.As(cell.Secretary).ScheduleAsync(cell.Meeting())).Id);
    }

    private async Task ScanAsync(Cell cell, Guid session, params int[] members)
    {
        var ticket = (await service.As().ScanAsync(session, (await service.As(cell.Secretary).ScreenAsync(session)).Scan)).Ticket;
        foreach (var member in members)
        {
            await service.AsMember(cell, cell.Members[member]).CheckInAsync(session, new(null, null, ticket));
        }
    }

    /// <summary>What this service measured since.</summary>
    private sealed class Counted : IDisposable
    {
        private readonly MeterListener _listener = new();
        private long _members;

        public Counted(SessionService service)
        {
            var meters = service.Factory.Services.GetRequiredService<IMeterFactory>();
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "campaign.session.check_ins" && ReferenceEquals(instrument.Meter.Scope, meters))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((_, members, _, _) => Interlocked.Add(ref _members, members));
            _listener.Start();
        }

        public long Members => Interlocked.Read(ref _members);

        public void Dispose() => _listener.Dispose();
    }
}
