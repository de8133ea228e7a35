using Campaign.Sessions.Attendance;
using static System.Globalization.CultureInfo;

namespace Campaign.Session.Tests.Service;

/// <summary>Attendance lies by district and quarter, and what is asked of one session reads one partition.</summary>
[Collection<SessionCollection>]
public sealed class PartitionTests(SessionService service)
{
    [Theory]
    [InlineData("2026-12-31T16:59:00Z", "2026-10-01")]
    [InlineData("2026-12-31T17:00:00Z", "2027-01-01")]
    [InlineData("2026-03-31T17:00:00Z", "2026-04-01")]
    public void A_quarter_begins_at_midnight_in_Hanoi(string startsAt, string quarter) =>
        AttendancePartition.QuarterOf(DateTimeOffset.Parse(startsAt, InvariantCulture)).ToString("O", InvariantCulture).ShouldBe(quarter);

    [Fact]
    public async Task Sessions_of_two_quarters_lie_apart_and_are_read_apart()
    {
        var cell = await service.CellAsync(2);
        var secretary = service.As(cell.Secretary);
        var winter = await secretary.ScheduleAsync(cell.Meeting() with { StartsAt = new(2021, 3, 31, 16, 0, 0, TimeSpan.Zero) });
        var spring = await secretary.ScheduleAsync(cell.Meeting() with { StartsAt = new(2021, 3, 31, 18, 0, 0, TimeSpan.Zero) });

        (await PartitionAsync(winter.Id)).ShouldBe("\"attendance_2021q1_thanh-xuan\"");
        (await PartitionAsync(spring.Id)).ShouldBe("\"attendance_2021q2_thanh-xuan\"");
        (await secretary.ParticipantsAsync(spring.Id)).Items.Count.ShouldBe(2);
        var plan = await service.ScalarAsync<string>(
            $"explain select * from attendance where district = 'thanh-xuan' and quarter = '2021-04-01' and session_id = '{spring.Id}'"
        );
        plan.ShouldContain("attendance_2021q2_thanh-xuan", customMessage: "one partition, found by planning");
    }

    [Fact]
    public async Task Many_who_are_the_first_of_a_quarter_make_one_partition()
    {
        var cell = await service.CellAsync(1);
        var secretary = service.As(cell.Secretary);

        var made = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(minute =>
                    secretary.ScheduleAsync(cell.Meeting() with { StartsAt = new DateTimeOffset(2020, 8, 1, 12, minute, 0, TimeSpan.Zero) })
                )
        );

        made.ShouldAllBe(session => session.Attendance.Expected == 1);
        (
            await service.ScalarAsync<long>(
                "select count(*) from pg_class where relname like 'attendance_2020q3_thanh-xuan' and relkind = 'r'"
            )
        ).ShouldBe(1);
    }

    [Fact]
    public async Task Districts_with_long_codes_that_begin_alike_lie_apart()
    {
        var district = new string('a', 50);
        await service.ScalarAsync<string>(
            $"select make_attendance_partition('{district}b', '2020-01-01')::text || make_attendance_partition('{district}c', "
                + "'2020-01-01')::text"
        );

        (
            await service.ScalarAsync<long>("select count(*) from pg_class where relname like 'attendance_2020q1_aaaa%' and relkind = 'r'")
        ).ShouldBe(2);
    }

    private Task<string> PartitionAsync(Guid session) =>
        service.ScalarAsync<string>($"select distinct tableoid::regclass::text from attendance where session_id = '{session}'");
}
