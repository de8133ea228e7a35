using Campaign.Contracts;
using Campaign.Testing;

namespace Campaign.System.Tests.Demo;

/// <summary>City's figures, recounted by SQL in the databases of the services that own them.</summary>
public sealed class RecountTests(PlayedSystem played)
{
    private const string Present = "a.status in ('present', 'late')";

    private Ledger Ledger => new(played.System);

    [Fact]
    public async Task City_shows_what_the_services_hold()
    {
        var figures = (await played.Cast.As(played.Plan.Analyst).City.FiguresAsync(played.Campaign)).Figures;

        long[] shown =
        [
            figures.Directives,
            figures.Assignments,
            figures.Acknowledged,
            figures.Completed,
            figures.CompletedOnTime,
            figures.Overdue,
            figures.UnitsAddressed,
            figures.UnitsReached,
            figures.SessionsScheduled,
            figures.CheckedIn,
            figures.SessionsHeld,
            figures.Attendance,
            figures.Expected,
            figures.Reviews,
            figures.Nominations,
            figures.Awards,
        ];
        long[] held =
        [
            await OwnAsync(Resources.DirectiveDb, "select count(*) from directives where campaign_id = $1 and state = 'issued'"),
            await OwnAsync(Resources.DirectiveDb, "select count(*) from assignments where campaign_id = $1"),
            await OwnAsync(Resources.DirectiveDb, "select count(*) from assignments where campaign_id = $1 and state <> 'issued'"),
            await OwnAsync(Resources.DirectiveDb, "select count(*) from assignments where campaign_id = $1 and completed_on is not null"),
            await OwnAsync(Resources.DirectiveDb, "select count(*) from assignments where campaign_id = $1 and completed_on <= due_on"),
            await OwnAsync(
                Resources.DirectiveDb,
                "select count(*) from assignments where campaign_id = $1 and completed_on is null and overdue_on is not null"
            ),
            await OwnAsync(Resources.DirectiveDb, "select count(distinct unit_id) from assignments where campaign_id = $1"),
            await OwnAsync(
                Resources.DirectiveDb,
                "select count(distinct unit_id) from assignments where campaign_id = $1 and state <> 'issued'"
            ),
            await OwnAsync(Resources.SessionDb, "select count(*) from sessions where campaign_id = $1"),
            await OwnAsync(
                Resources.SessionDb,
                "select count(*) from messaging.event_log where type = 'MemberCheckedIn' and (payload->>'campaignId')::uuid = $1"
            ),
            await OwnAsync(Resources.SessionDb, "select count(*) from sessions where campaign_id = $1 and state = 'held'"),
            await OwnAsync(
                Resources.SessionDb,
                "select count(*) from attendance a join sessions s on s.id = a.session_id where s.campaign_id = $1 and s.state = "
                    + $"'held' and {Present}"
            ),
            await OwnAsync(
                Resources.SessionDb,
                "select count(*) from attendance a join sessions s on s.id = a.session_id where s.campaign_id = $1 and s.state = 'held'"
            ),
            await OwnAsync(
                Resources.EvaluationDb,
                "select count(*) from reviews r join periods p on p.id = r.period_id where p.campaign_id = $1 and r.state = 'decided'"
            ),
            await OwnAsync(Resources.RecognitionDb, "select count(*) from nominations where campaign_id = $1"),
            await OwnAsync(Resources.RecognitionDb, "select count(*) from awards where campaign_id = $1 and revoked_on is null"),
        ];
        shown.ShouldBe(held);
    }

    [Fact]
    public async Task Every_quarter_shows_what_the_sessions_hold()
    {
        var shown = (await played.Cast.As(played.Plan.Analyst).City.QuartersAsync(played.Campaign)).Items;

        var held = await Ledger.QuartersAsync(
            Resources.SessionDb,
            $"""
            select extract(year from day)::int, extract(quarter from day)::int, count(distinct id), count(*) filter (where present)
            from (select s.id, (s.starts_at at time zone 'Asia/Ho_Chi_Minh')::date as day, {Present} as present
                  from sessions s join attendance a on a.session_id = s.id where s.campaign_id = $1 and s.state = 'held') rows
            group by 1, 2 order by 1, 2
            """,
            played.Campaign
        );
        shown
            .Select(quarter => (quarter.Year, quarter.Quarter, (long)quarter.Held.Sum(held => held.Count), (long)quarter.Attendance))
            .ShouldBe(held);
    }

    [Fact]
    public async Task Every_district_shows_what_is_held_there()
    {
        var code = played.Plan.Districts[0].Unit.Code;
        var figures = (await played.Cast.As(played.Plan.Analyst).City.FiguresAsync(played.Campaign, code)).Figures;

        ((long)figures.SessionsHeld).ShouldBe(
            await OwnAsync(
                Resources.SessionDb,
                $"select count(*) from sessions where campaign_id = $1 and state = 'held' and district = '{code}'"
            )
        );
        ((long)figures.Assignments).ShouldBe(
            await OwnAsync(Resources.DirectiveDb, $"select count(*) from assignments where campaign_id = $1 and district = '{code}'")
        );
    }

    public static TheoryData<string> Databases => [.. Resources.Services.Select(service => service + "db")];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Nothing_is_parked_and_nothing_waits_to_be_published(string database)
    {
        (await Ledger.CountAsync(database, "select count(*) from messaging.parked where state = 'parked'")).ShouldBe(0);
        await Eventually.EqualsAsync(
            $"unpublished events of {database}",
            () => Ledger.CountAsync(database, "select count(*) from messaging.event_log where published_at is null"),
            0
        );
    }

    private Task<long> OwnAsync(string database, string sql) => Ledger.CountAsync(database, sql, played.Campaign);
}
