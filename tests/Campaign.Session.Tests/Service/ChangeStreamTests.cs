using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Campaign.Api;
using Campaign.Contracts;
using Campaign.Testing;

namespace Campaign.Session.Tests.Service;

/// <summary>What the service commits is heard by whoever shows it, whichever replica committed it.</summary>
[Collection<SessionCollection>]
public sealed class ChangeStreamTests(SessionService service) : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private static readonly Uri s_stream = new(Change.Stream, UriKind.Relative);
    private readonly CancellationTokenSource _patience = new(s_patience);

    public void Dispose() => _patience.Dispose();

    [Fact]
    public async Task A_check_in_is_told_with_its_session_and_district()
    {
        var cell = await service.CellAsync(2);
        var secretary = service.As(cell.Secretary);
        var session = (await secretary.ScheduleAsync(cell.Meeting())).Id;
        await secretary.OpenAsync(session);
        var ticket = (await service.As().ScanAsync(session, (await secretary.ScreenAsync(session)).Scan)).Ticket;
        await using var changes = await ListenAsync();

        await service.AsMember(cell, cell.Members[0]).CheckInAsync(session, new(null, null, ticket));

        (await FirstAboutAsync(changes, session)).District.ShouldBe(Cell.District);
    }

    [Fact]
    public async Task What_is_written_to_rows_and_what_by_statements_is_told_as_well()
    {
        var cell = await service.CellAsync(2);
        var secretary = service.As(cell.Secretary);
        await using var changes = await ListenAsync();

        // a row
        var session = (await secretary.ScheduleAsync(cell.Meeting())).Id;
        await FirstAboutAsync(changes, session);
        // a statement
        await secretary.TakeRosterAsync(session, new([new(cell.Members[1], "excused", Reason: "Đi công tác")]));
        await FirstAboutAsync(changes, session);
    }

    [Fact]
    public async Task What_is_refused_is_not_told()
    {
        var cell = await service.CellAsync(2);
        var secretary = service.As(cell.Secretary);
        await using var changes = await ListenAsync();
        var refused = (await secretary.ScheduleAsync(cell.Meeting())).Id;
        await FirstAboutAsync(changes, refused);

        await Should.ThrowAsync<ApiException>(() =>
            secretary.TakeRosterAsync(refused, new([new(cell.Members[0], "present"), new(Guid.NewGuid(), "present")]))
        );
        var later = (await secretary.ScheduleAsync(cell.Meeting())).Id;

        await FirstAboutAsync(changes, later, change => change.Ids!.ShouldNotContain(refused));
    }

    [Fact]
    public async Task Another_replica_tells_it_too()
    {
        await using var replica = new ServiceFactory<Program>(service.Settings);
        var cell = await service.CellAsync(1);
        await using var changes = await ListenAsync(replica);

        var session = (await service.As(cell.Secretary).ScheduleAsync(cell.Meeting())).Id;

        await FirstAboutAsync(changes, session);
    }

    [Fact]
    public async Task Only_services_hear_it()
    {
        using var officer = service.Factory.As($"{Roles.CityOfficer}@hn");
        using var answer = await officer.GetAsync(s_stream);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_stream_ends_when_the_service_stops()
    {
        var replica = new ServiceFactory<Program>(service.Settings);
        await using var changes = await ListenAsync(replica);
        var next = changes.MoveNextAsync().AsTask();

        await replica.DisposeAsync();

        (await next.WaitAsync(s_patience)).ShouldBeFalse();
    }

    /// <returns>Its first item has come: what is committed from now on will be told.</returns>
    private async Task<IAsyncEnumerator<SseItem<string>>> ListenAsync(ServiceFactory<Program>? replica = null)
    {
        var http = (replica ?? service.Factory).As($"{Roles.Service}@hn");
        return await Eventually.TrueAsync<IAsyncEnumerator<SseItem<string>>?>(
            "the service to hear changes",
            async () =>
            {
                var stream = await http.GetStreamAsync(s_stream, _patience.Token);
                var changes = SseParser.Create(stream).EnumerateAsync(_patience.Token).GetAsyncEnumerator();
                return await changes.MoveNextAsync() ? changes : null;
            },
            changes => changes is not null
        ) ?? throw new InvalidOperationException("Nothing was heard.");
    }

    private static async Task<Change> FirstAboutAsync(IAsyncEnumerator<SseItem<string>> changes, Guid id, Action<Change>? others = null)
    {
        while (await changes.MoveNextAsync())
        {
            if (
                changes.Current.EventType == Change.EventType
                && JsonSerializer.Deserialize<Change>(changes.Current.Data, JsonSerializerOptions.Web) is { } change
            )
            {
                others?.Invoke(change);
                if (change.Ids?.Contains(id) == true)
                {
                    return change;
                }
            }
        }

        throw new InvalidOperationException($"The stream ended without a word about {id}.");
    }
}
