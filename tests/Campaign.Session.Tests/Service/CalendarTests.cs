using System.Net;
using Campaign.Api.Session;
using Campaign.Time;

namespace Campaign.Session.Tests.Service;

/// <summary>The calendar, and the feeds that calendars on phones read.</summary>
[Collection<SessionCollection>]
public sealed class CalendarTests(SessionService service)
{
    private static readonly DateOnly s_today = TimeProvider.System.Today();

    [Fact]
    public async Task A_month_shows_what_was_scheduled_cancelled_and_planned_in_order()
    {
        var cell = await service.CellAsync(1);
        var secretary = service.As(cell.Secretary);
        var far = s_today.AddDays(120);
        var first = new DateOnly(far.Year, far.Month, 1);
        await secretary.PlanSeriesAsync(
            new PlanSeries(
                cell.Id,
                null,
                "cell-meeting",
                new("Thường kỳ", "in-room", "Nhà văn hóa", 90),
                null,
                new RecurrenceRule(s_today, new TimeOnly(19, 30), 1, 3, null, null)
            )
        );
        var talk = await secretary.ScheduleAsync(
            cell.Meeting(kind: "thematic-meeting") with
            {
                StartsAt = OfficeDay.StartOf(first.AddDays(9)),
                Plan = cell.Meeting().Plan with { Activity = "talk" },
            }
        );
        var off = await secretary.ScheduleAsync(cell.Meeting() with { StartsAt = OfficeDay.StartOf(first.AddDays(5)) });
        await secretary.CancelAsync(off.Id, new CancelSession("Bão"));
        await secretary.ScheduleAsync(cell.Meeting() with { StartsAt = OfficeDay.StartOf(first.AddMonths(1)) });

        var month = await secretary.CalendarAsync(cell.Path, first);

        month.Items.Select(entry => entry.State).ShouldBe(["planned", "cancelled", "scheduled"]);
        month.Truncated.ShouldBeFalse();
        (await secretary.CalendarAsync(cell.Path, first, kind: "thematic-meeting"))
            .Items.ShouldHaveSingleItem()
            .SessionId.ShouldBe(talk.Id);
        (await secretary.CalendarAsync(cell.Path, first, activity: "film")).Items.ShouldBeEmpty();
        (await Problems.FieldAsync(() => secretary.CalendarAsync(cell.Path, first, first.AddDays(92)))).ShouldBe("to too-late");
        (await Problems.RefusalAsync(() => secretary.CalendarAsync("hn/ba-dinh", first))).ShouldBe("outside-your-units");
    }

    [Fact]
    public async Task A_feed_follows_each_change_and_answers_not_modified_in_between()
    {
        var cell = await service.CellAsync(2);
        var secretary = service.As(cell.Secretary);
        var me = service.AsMember(cell, cell.Members[0]);
        var session = await secretary.ScheduleAsync(cell.Meeting([cell.Members[0]]) with { StartsAt = DateTimeOffset.UtcNow.AddDays(10) });
        var (mine, theirs, units) = (
            await me.FeedAsync(new FeedOf(null)),
            await service.AsMember(cell, cell.Members[1]).FeedAsync(new FeedOf(null)),
            await secretary.FeedAsync(new FeedOf(cell.Id))
        );
        (await me.FeedAsync(new FeedOf(null))).ShouldBe(mine);

        var (first, tag) = await ReadAsync(mine.Path);
        (await ReadAsync(theirs.Path)).Calendar!.Events.ShouldBeEmpty();
        (await ReadAsync(units.Path)).Calendar!.Events.ShouldHaveSingleItem();
        (await ReadAsync(mine.Path, tag)).Calendar.ShouldBeNull();
        await secretary.ChangeAsync(
            session.Id,
            session.Version,
            new ChangeSession(session.Plan with { Place = "Hội trường" }, session.StartsAt.AddHours(1))
        );
        var moved = (await ReadAsync(mine.Path, tag)).Calendar!.Events.ShouldHaveSingleItem();
        await secretary.CancelAsync(session.Id, new CancelSession("Bão"));
        var cancelled = (await ReadAsync(mine.Path)).Calendar!.Events.ShouldHaveSingleItem();

        var was = first!.Events.ShouldHaveSingleItem();
        new[] { was.Uid, moved.Uid, cancelled.Uid }.Distinct().ShouldHaveSingleItem();
        new[] { was.Sequence, moved.Sequence, cancelled.Sequence }.ShouldBe([0, 1, 2]);
        (moved.Location, cancelled.Status).ShouldBe(("Hội trường", "CANCELLED"));
    }

    [Fact]
    public async Task A_renewed_address_kills_the_old_one()
    {
        var cell = await service.CellAsync(1);
        var me = service.AsMember(cell, cell.Members[0]);
        var old = await me.FeedAsync(new FeedOf(null));
        var renewed = await me.RenewFeedAsync(new FeedOf(null));
        renewed.Path.ShouldNotBe(old.Path);
        (await StatusAsync(old.Path)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(renewed.Path)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync("feeds/none.ics")).ShouldBe(HttpStatusCode.NotFound);
        (await Problems.RefusalAsync(() => me.FeedAsync(new FeedOf(cell.Id)))).ShouldBe("outside-your-units");
        (await Problems.RefusalAsync(() => service.As(cell.Secretary).FeedAsync(new FeedOf(null)))).ShouldBe("no-member");
    }

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var anybody = service.Factory.As();
        using var response = await anybody.GetAsync(new Uri(path, UriKind.Relative));
        return response.StatusCode;
    }

    private async Task<(Ical.Net.Calendar? Calendar, string Tag)> ReadAsync(string path, string? tag = null)
    {
        using var anybody = service.Factory.As();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using var response = await anybody.SendAsync(request);
        if (response.StatusCode == HttpStatusCode.NotModified)
        {
            return (null, tag!);
        }

        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
        response.Content.Headers.LastModified.ShouldNotBeNull();
        return (Ical.Net.Calendar.Load(await response.Content.ReadAsStringAsync()), response.Headers.ETag!.ToString());
    }
}
