using Campaign.Api.Session;
using Campaign.Contracts;
using Campaign.Sessions;
using Campaign.Sessions.Recurrence;
using Campaign.Testing;
using Campaign.Time;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Session.Tests.Service;

[Collection<SessionCollection>]
public sealed class SeriesTests(SessionService service)
{
    private static readonly DateOnly s_today = TimeProvider.System.Today();

    [Fact]
    public async Task Sessions_of_the_next_two_months_are_made_at_once_and_later_ones_are_planned()
    {
        var cell = await service.CellAsync(2);
        var secretary = service.As(cell.Secretary);

        var series = await secretary.PlanSeriesAsync(Monthly(cell));

        var made = series.Occurrences.Where(one => one.SessionId is not null).ToList();
        made.Count.ShouldBeInRange(2, 3);
        made.ShouldAllBe(one => one.State == "scheduled" && one.Day <= s_today.AddDays(Series.Horizon));
        series.Occurrences.Count(one => one.State == "planned").ShouldBe(12 - made.Count);
        var sessions = (await secretary.SessionsAsync(cell.Path)).Items;
        sessions.Select(session => session.Id).ShouldBe(made.Select(one => one.SessionId!.Value), ignoreOrder: true);
        sessions.ShouldAllBe(session =>
            session.Attendance.Expected == 2 && session.SeriesId == series.Id && session.Plan.Topic == "Sinh hoạt thường kỳ"
        );
        (await service.EventsAsync(sessions[0].Id)).ShouldHaveSingleItem().Type.ShouldBe(nameof(SessionScheduled));
        (await secretary.SeriesAsync(cell.Path)).Items.ShouldHaveSingleItem().NextOn.ShouldBe(made[0].Day);
    }

    [Fact]
    public async Task As_days_pass_each_day_gets_one_session_however_often_and_by_however_many_it_is_made()
    {
        var cell = await service.CellAsync(1);
        var series = await service.As(cell.Secretary).PlanSeriesAsync(Monthly(cell));
        foreach (var days in new[] { 20, 20, 80, 140, 200, 260, 320, 360 })
        {
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => MakeAsync(series.Id, days)));
            var expected = series.Occurrences.Count(one => one.Day <= s_today.AddDays(days + Series.Horizon));
            (await CountAsync(series.Id)).ShouldBe(expected);
        }

        (await service.ScalarAsync<long>($"select count(distinct starts_at) from sessions where series_id = '{series.Id}'")).ShouldBe(12);
        (await service.ScalarAsync<bool>($"select due_on is null from series where id = '{series.Id}'")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_near_day_that_was_skipped_and_is_put_back_is_made_at_once()
    {
        var cell = await service.CellAsync(1);
        var secretary = service.As(cell.Secretary);
        var series = await secretary.PlanSeriesAsync(Monthly(cell));
        var day = series.Occurrences[0].Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        // as if it had been skipped before it came near
        await service.ScalarAsync<Guid>(
            $"update series_occurrences set skipped = true, session_id = null where series_id = '{series.Id}' and day = '{day}' "
                + "returning series_id"
        );

        var back = await secretary.ChangeOccurrenceAsync(
            series.Id,
            series.Occurrences[0].Day,
            series.Version,
            new ChangeOccurrence(false, null)
        );

        back.Occurrences[0].ShouldSatisfyAllConditions(one => one.State.ShouldBe("scheduled"), one => one.SessionId.ShouldNotBeNull());
    }

    [Fact]
    public async Task A_runner_that_dies_halfway_leaves_nothing_behind_and_nothing_is_lost()
    {
        var cell = await service.CellAsync(1);
        var series = await service.As(cell.Secretary).PlanSeriesAsync(Monthly(cell));
        var before = await CountAsync(series.Id);
        await using (var scope = service.Factory.Services.CreateAsyncScope())
        {
            var database = scope.ServiceProvider.GetRequiredService<SessionDb>();
            await using var transaction = await database.Database.BeginTransactionAsync();
            (await Work(scope, 55).MakeAsync(series.Id, CancellationToken.None)).ShouldBeGreaterThan(0);
        }

        (await CountAsync(series.Id)).ShouldBe(before);
        (await MakeAsync(series.Id, 55)).ShouldBeGreaterThan(0);
        (await CountAsync(series.Id)).ShouldBe(series.Occurrences.Count(one => one.Day <= s_today.AddDays(55 + Series.Horizon)));
    }

    [Fact]
    public async Task The_runner_makes_what_is_due_at_its_start_and_a_series_that_cannot_be_carried_on_holds_up_no_other()
    {
        var (cell, empty) = (await service.CellAsync(1), await service.CellAsync(1));
        var series = await service.As(cell.Secretary).PlanSeriesAsync(Monthly(cell));
        var stuck = await service.As(empty.Secretary).PlanSeriesAsync(Monthly(empty));
        await service.Organization.PublishAsync(empty.MemberChanged(empty.Members[0], MemberStatuses.Left, version: 2));
        await Eventually.EqualsAsync(
            "that they left",
            () => service.ScalarAsync<string>($"select status from members where id = '{empty.Members[0]}'"),
            "left"
        );
        var made = await CountAsync(series.Id);
        // as if no runner had been there: nothing was made, and both have been due for a while, the stuck one for longer
        await service.ScalarAsync<long>(
            $"""
            with lost as (delete from series_occurrences where series_id in ('{series.Id}', '{stuck.Id}') returning session_id),
                gone as (delete from sessions where id in (select session_id from lost)),
                due as (update series set due_on = case id when '{stuck.Id}' then date '{s_today.AddDays(
                -9
            ):yyyy-MM-dd}' else date '{s_today.AddDays(-3):yyyy-MM-dd}' end where id in ('{series.Id}', '{stuck.Id}'))
            select count(*) from lost
            """
        );

        using var runner = ActivatorUtilities.CreateInstance<SeriesRunner>(service.Factory.Services);
        await runner.StartAsync(CancellationToken.None);
        await Eventually.EqualsAsync("the sessions", () => CountAsync(series.Id), made);
        await Eventually.EqualsAsync(
            "the stuck one to wait for tomorrow",
            () => service.ScalarAsync<DateOnly>($"select due_on from series where id = '{stuck.Id}'"),
            TimeProvider.System.Today().AddDays(1)
        );
        await runner.StopAsync(CancellationToken.None);

        (await CountAsync(stuck.Id)).ShouldBe(0);
    }

    [Fact]
    public async Task One_day_is_skipped_another_moved_and_what_was_made_is_changed_as_a_session()
    {
        var cell = await service.CellAsync(1);
        var secretary = service.As(cell.Secretary);
        var series = await secretary.PlanSeriesAsync(Monthly(cell));
        var planned = series.Occurrences.Where(one => one.State == "planned").ToList();
        var (skipped, moved) = (planned[0], planned[1]);
        var elsewhere = moved.StartsAt.AddDays(2);

        var version = (
            await secretary.ChangeOccurrenceAsync(series.Id, skipped.Day, series.Version, new ChangeOccurrence(true, null))
        ).Version;
        var changed = await secretary.ChangeOccurrenceAsync(series.Id, moved.Day, version, new ChangeOccurrence(false, elsewhere));

        (
            await Problems.RefusalAsync(() =>
                secretary.ChangeOccurrenceAsync(series.Id, moved.Day, series.Version, new ChangeOccurrence(true, null))
            )
        ).ShouldBe("version-changed");
        changed.Occurrences.Single(one => one.Day == skipped.Day).State.ShouldBe("skipped");
        changed.Occurrences.Single(one => one.Day == moved.Day).StartsAt.ShouldBe(elsewhere);
        foreach (var days in new[] { 60, 120, 180, 240, 300, 360 })
        {
            await MakeAsync(series.Id, days);
        }

        (await CountAsync(series.Id)).ShouldBe(11);
        (
            await service.ScalarAsync<long>(
                $"select count(*) from sessions where series_id = '{series.Id}' and starts_at = '{elsewhere:O}'"
            )
        ).ShouldBe(1);
        var made = series.Occurrences[0].Day;
        (
            await Problems.RefusalAsync(() =>
                secretary.ChangeOccurrenceAsync(series.Id, made, changed.Version, new ChangeOccurrence(true, null))
            )
        ).ShouldBe("occurrence-made");
        (
            await Problems.RefusalAsync(() =>
                secretary.ChangeOccurrenceAsync(series.Id, made.AddDays(1), changed.Version, new ChangeOccurrence(true, null))
            )
        ).ShouldBe("not-found");
    }

    [Fact]
    public async Task An_ended_series_cancels_what_was_made_for_later_and_makes_no_more()
    {
        var cell = await service.CellAsync(1);
        var secretary = service.As(cell.Secretary);
        var series = await secretary.PlanSeriesAsync(Monthly(cell));
        var made = series.Occurrences.Where(one => one.SessionId is not null).ToList();

        var ended = await secretary.EndSeriesAsync(series.Id, new EndSeries(made[1].Day, "Chi bộ chia tách"));

        ended.EndedFrom.ShouldBe(made[1].Day);
        (await secretary.SessionAsync(made[0].SessionId!.Value)).State.ShouldBe("scheduled");
        (await secretary.SessionAsync(made[1].SessionId!.Value)).State.ShouldBe("cancelled");
        (await service.EventsAsync(made[1].SessionId!.Value))[^1].Type.ShouldBe(nameof(SessionCancelled));
        (await MakeAsync(series.Id, 400)).ShouldBe(0);
        (await Problems.FieldAsync(() => secretary.EndSeriesAsync(series.Id, new EndSeries(made[1].Day.AddDays(1), "Muộn hơn")))).ShouldBe(
            "from series-ends-before"
        );
    }

    [Fact]
    public async Task A_series_that_ends_on_a_later_day_goes_on_until_then()
    {
        var cell = await service.CellAsync(1);
        var secretary = service.As(cell.Secretary);
        var series = await secretary.PlanSeriesAsync(Monthly(cell));
        var ended = await secretary.EndSeriesAsync(series.Id, new EndSeries(series.Occurrences[^1].Day, "Nhầm ngày"));

        var moved = await secretary.ChangeOccurrenceAsync(
            series.Id,
            ended.Occurrences[^1].Day,
            ended.Version,
            new ChangeOccurrence(true, null)
        );
        moved.Occurrences[^1].State.ShouldBe("skipped");
        (await secretary.EndSeriesAsync(series.Id, new EndSeries(s_today, "Sớm hơn"))).EndedFrom.ShouldBe(s_today);

        (await secretary.SessionAsync(series.Occurrences[0].SessionId!.Value)).State.ShouldBe("cancelled");
        (await Problems.RefusalAsync(() => secretary.EndSeriesAsync(series.Id, new EndSeries(s_today, "Lần nữa")))).ShouldBe(
            "series-ended"
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData(300)]
    public async Task A_series_of_a_merged_unit_goes_on_at_the_successor_with_its_members(int? endsInDays)
    {
        var (cell, successor) = (await service.CellAsync(1), await service.CellAsync(3));
        var series = await service.As(cell.Secretary).PlanSeriesAsync(Monthly(cell));
        if (endsInDays is { } days)
        {
            await service.As(cell.Secretary).EndSeriesAsync(series.Id, new EndSeries(s_today.AddDays(days), "Hết nhiệm kỳ"));
        }

        await service.Organization.PublishAsync(
            cell.Changed().Ended(s_today),
            (cell.Changed() with { Version = 2 }).Into(successor.Changed(), s_today)
        );
        var carried = await Eventually.TrueAsync(
            "the series at the successor",
            () => service.As(successor.Secretary).SeriesAsync(successor.Path),
            page => page.Items.Count == 1
        );
        carried.Items[0].UnitId.ShouldBe(successor.Id);

        await MakeAsync(series.Id, 95);

        var made = (await service.As(successor.Secretary).SessionsAsync(successor.Path)).Items;
        made[0].UnitPath.ShouldBe(successor.Path);
        made[0].Attendance.Expected.ShouldBe(3);
    }

    [Fact]
    public async Task Only_those_chosen_are_expected_and_whoever_left_since_is_not()
    {
        var cell = await service.CellAsync(4);
        var series = await service.As(cell.Secretary).PlanSeriesAsync(Monthly(cell) with { ParticipantIds = cell.Members[..3] });
        series.Chosen.ShouldBe(3);
        (await service.As(cell.Secretary).SessionAsync(series.Occurrences[0].SessionId!.Value)).Attendance.Expected.ShouldBe(3);
        await service.Organization.PublishAsync(cell.MemberChanged(cell.Members[0], MemberStatuses.Left, version: 2));
        await Eventually.EqualsAsync(
            "that they left",
            () => service.ScalarAsync<string>($"select status from members where id = '{cell.Members[0]}'"),
            "left"
        );

        await MakeAsync(series.Id, 95);

        (await service.As(cell.Secretary).SessionsAsync(cell.Path)).Items[0].Attendance.Expected.ShouldBe(2);
    }

    [Fact]
    public async Task Plans_that_cannot_be_are_refused_and_leave_nothing()
    {
        var (cell, empty) = (await service.CellAsync(1), await service.CellAsync(0));
        var secretary = service.As(cell.Secretary, empty.Secretary);
        var plan = Monthly(cell);
        (
            await Problems.FieldAsync(() => secretary.PlanSeriesAsync(plan with { Rule = plan.Rule with { From = s_today.AddDays(-1) } }))
        ).ShouldBe("rule.from too-early");
        (await Problems.RefusalAsync(() => secretary.PlanSeriesAsync(plan with { ParticipantIds = [Guid.NewGuid()] }))).ShouldBe(
            "participants-not-active"
        );
        (await Problems.RefusalAsync(() => secretary.PlanSeriesAsync(Monthly(empty)))).ShouldBe("no-participants");
        (await secretary.SeriesAsync(empty.Path)).Items.ShouldBeEmpty();
        (await secretary.DatesAsync(plan.Rule)).Count.ShouldBe(12);
    }

    private static PlanSeries Monthly(Cell cell) =>
        new(
            cell.Id,
            null,
            "cell-meeting",
            new("Sinh hoạt thường kỳ", "in-room", "Nhà văn hóa", 90),
            null,
            new RecurrenceRule(s_today, new TimeOnly(19, 30), 1, s_today.AddDays(1).Day, null, null, null, 12)
        );

    private async Task<int> MakeAsync(Guid series, int daysFromNow)
    {
        await using var scope = service.Factory.Services.CreateAsyncScope();
        return await Work(scope, daysFromNow).MakeAsync(series, CancellationToken.None);
    }

    private static SeriesWork Work(AsyncServiceScope scope, int daysFromNow) =>
        ActivatorUtilities.CreateInstance<SeriesWork>(scope.ServiceProvider, new ClockAhead(TimeSpan.FromDays(daysFromNow)));

    private Task<long> CountAsync(Guid series) => service.ScalarAsync<long>($"select count(*) from sessions where series_id = '{series}'");

    private sealed class ClockAhead(TimeSpan ahead) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
    }
}
