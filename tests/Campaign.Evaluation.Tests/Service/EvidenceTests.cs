using Campaign.Api.Evaluation;
using Campaign.Contracts;

namespace Campaign.Evaluation.Tests.Service;

[Collection(nameof(EvaluationService))]
public class EvidenceTests(EvaluationService service)
{
    private static readonly DateOnly s_march = new(2025, 3, 14);

    [Fact]
    public async Task Evidence_counts_the_sessions_of_the_period_only()
    {
        var world = await service.NewWorldAsync();
        var member = world.MembersA[0];
        await service.PublishAsync(
            world.Attendance(Guid.NewGuid(), new DateOnly(2025, 1, 1), [member]),
            world.Attendance(Guid.NewGuid(), s_march, [], excused: [member]),
            world.Attendance(Guid.NewGuid(), s_march, [], absent: [member]),
            world.Attendance(Guid.NewGuid(), new DateOnly(2025, 12, 31), [member]),
            world.Attendance(Guid.NewGuid(), new DateOnly(2024, 12, 31), [member]),
            world.Attendance(Guid.NewGuid(), new DateOnly(2026, 1, 1), [member])
        );
        await AttendanceRowsAsync(member, 6);

        var evidence = await EvidenceOfAsync(world, member);

        evidence.ShouldBe(new Evidence(4, 2, 1, 0, 0, 0, 0));
    }

    [Fact]
    public async Task Evidence_of_a_unit_counts_its_sessions_and_its_assignments_by_their_due_day()
    {
        var world = await service.NewWorldAsync();
        Guid[] ids = [.. Enumerable.Range(0, 4).Select(_ => Guid.NewGuid())];
        await service.PublishAsync(
            world.Issued(ids[0], world.CellA, world.PathA, s_march),
            world.Completed(ids[0], world.CellA, world.PathA, s_march, true),
            world.Issued(ids[1], world.CellA, world.PathA, s_march),
            world.Overdue(ids[1], world.CellA, world.PathA, s_march),
            world.Issued(ids[2], world.CellA, world.PathA, s_march),
            world.Issued(ids[3], world.CellA, world.PathA, new DateOnly(2026, 1, 1)),
            Held(world, s_march),
            Held(world, new DateOnly(2024, 3, 14))
        );
        await service.EventuallyAsync<long>(
            $"select count(*) from assignments where unit_id = '{world.CellA}' and (on_time or overdue or id in ('{ids[2]}', '{ids[3]}'))",
            4
        );
        await service.EventuallyAsync<long>($"select count(*) from sessions where unit_id = '{world.CellA}'", 2);

        (await EvidenceOfAsync(world, world.CellA)).ShouldBe(new Evidence(1, 1, 0, 1, 1, 1, 0));
    }

    [Fact]
    public async Task Returned_assignment_is_open_extended_one_is_not_late_and_recalled_one_is_evidence_of_nothing()
    {
        var world = await service.NewWorldAsync();
        Guid[] ids = [.. Enumerable.Range(0, 4).Select(_ => Guid.NewGuid())];
        var later = s_march.AddDays(20);
        CampaignEvent[] history =
        [
            world.Issued(ids[0], world.CellA, world.PathA, s_march),
            world.Completed(ids[0], world.CellA, world.PathA, s_march, true),
            new AssignmentReturned
            {
                District = world.Code,
                AggregateId = ids[0],
                Version = 4,
                DirectiveId = Guid.Empty,
                UnitId = world.CellA,
                UnitPath = world.PathA,
                Requirement = RequirementKinds.Report,
                Reason = "…",
                DueOn = later,
            },
            world.Issued(ids[1], world.CellA, world.PathA, s_march),
            world.Overdue(ids[1], world.CellA, world.PathA, s_march),
            new AssignmentExtended
            {
                District = world.Code,
                AggregateId = ids[1],
                Version = 3,
                DirectiveId = Guid.Empty,
                UnitId = world.CellA,
                UnitPath = world.PathA,
                DueOn = later,
            },
            world.Issued(ids[2], world.CellA, world.PathA, s_march),
            new AssignmentRecalled
            {
                District = world.Code,
                AggregateId = ids[2],
                Version = 2,
                DirectiveId = Guid.Empty,
                UnitId = world.CellA,
                UnitPath = world.PathA,
                Requirement = RequirementKinds.Report,
                Reason = "…",
            },
        ];
        await service.PublishAsync([
            .. history,
            .. history.Reverse().Select(@event => @event with { EventId = Guid.CreateVersion7() }),
            world.Issued(ids[3], world.CellA, world.PathA, s_march),
        ]);
        await service.EventuallyAsync<long>($"select count(*) from assignments where id = '{ids[3]}'", 1);

        (await EvidenceOfAsync(world, world.CellA)).ShouldBe(new Evidence(0, 0, 0, 0, 0, 3, 0));
    }

    [Fact]
    public async Task Kept_promise_is_evidence_of_the_unit_or_of_its_head_once_and_in_its_period()
    {
        var world = await service.NewWorldAsync();
        CommitmentFulfilled Kept(Guid? head, DateOnly on, bool onTime) =>
            new()
            {
                District = world.Code,
                AggregateId = Guid.NewGuid(),
                Version = 5,
                UnitId = world.CellA,
                UnitPath = world.PathA,
                HeadId = head,
                FulfilledOn = on,
                OnTime = onTime,
                Deeds = 1,
                Withdrawn = 0,
            };
        var late = Kept(null, s_march, false);
        await service.PublishAsync(
            Kept(null, s_march, true),
            late,
            late with
            {
                EventId = Guid.CreateVersion7(),
            },
            Kept(null, new DateOnly(2026, 1, 1), true),
            Kept(world.MembersA[0], s_march, true)
        );
        await service.EventuallyAsync<long>(
            $"select count(*) from commitments where subject_id in ('{world.CellA}', '{world.MembersA[0]}')",
            4
        );
        await MarkAsync(world);

        (await EvidenceOfAsync(world, world.CellA)).ShouldBe(
            new Evidence(0, 0, 0, 0, 0, 0, 0) { CommitmentsOnTime = 1, CommitmentsLate = 1 }
        );
        (await EvidenceOfAsync(world, world.MembersA[0])).ShouldBe(new Evidence(0, 0, 0, 0, 0, 0, 0) { CommitmentsOnTime = 1 });
    }

    [Fact]
    public async Task Quality_of_the_units_meetings_is_evidence_and_the_later_confirmation_counts()
    {
        var world = await service.NewWorldAsync();
        SessionQualityConfirmed Confirmed(Guid session, DateOnly on, int points, long version) =>
            new()
            {
                District = world.Code,
                AggregateId = session,
                Version = version,
                UnitId = world.CellA,
                UnitPath = world.PathA,
                Kind = "cell-meeting",
                HeldOn = on,
                Points = points,
                MaxPoints = 90,
            };
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        await service.PublishAsync(
            Confirmed(first, s_march, 60, 4),
            Confirmed(first, s_march, 90, 3),
            Confirmed(second, s_march, 75, 3),
            Confirmed(Guid.NewGuid(), new DateOnly(2026, 1, 1), 0, 3)
        );
        await service.EventuallyAsync<long>($"select count(*) from session_qualities where unit_id = '{world.CellA}'", 3);

        (await EvidenceOfAsync(world, world.CellA)).ShouldBe(new Evidence(0, 0, 0, 0, 0, 0, 0) { SessionsScored = 2, SessionQuality = 75 });
    }

    [Fact]
    public async Task Evidence_is_the_same_when_events_come_twice_and_in_the_wrong_order()
    {
        var (straight, crooked) = (await service.NewWorldAsync(), await service.NewWorldAsync());
        await service.PublishAsync(History(straight));
        var reversed = History(crooked).Reverse().ToList();
        await service.PublishAsync(reversed);
        await service.PublishAsync(reversed);
        await service.PublishAsync(reversed.Select(@event => @event with { EventId = Guid.CreateVersion7() }));
        await MarkAsync(straight);
        await MarkAsync(crooked);

        foreach (
            var (expected, actual) in new[]
            {
                (await EvidenceOfAsync(straight, straight.MembersA[0]), await EvidenceOfAsync(crooked, crooked.MembersA[0])),
                (await EvidenceOfAsync(straight, straight.MembersA[1]), await EvidenceOfAsync(crooked, crooked.MembersA[1])),
                (await EvidenceOfAsync(straight, straight.CellA), await EvidenceOfAsync(crooked, crooked.CellA)),
            }
        )
        {
            actual.ShouldBe(expected);
        }

        (await EvidenceOfAsync(crooked, crooked.MembersA[0])).ShouldBe(new Evidence(1, 0, 0, 0, 0, 0, 1));
        (await EvidenceOfAsync(crooked, crooked.MembersA[1])).ShouldBe(new Evidence(0, 0, 0, 0, 0, 0, 0));
        (await EvidenceOfAsync(crooked, crooked.CellA)).ShouldBe(new Evidence(0, 0, 0, 0, 1, 0, 0));
    }

    [Fact]
    public async Task A_member_update_that_comes_late_does_not_undo_a_newer_one()
    {
        var world = await service.NewWorldAsync();
        var member = world.MembersA[0];
        await service.PublishAsync(
            world.Member(member, world.CellB, world.PathB, version: 3),
            world.Member(member, world.CellA, world.PathA, MemberStatuses.Left, version: 2)
        );
        await MarkAsync(world);

        (await service.ScalarAsync<string>($"select unit_path || ' ' || status from members where id = '{member}'")).ShouldBe(
            $"{world.PathB} active"
        );
    }

    // a correction moved one member from present to absent and took the other off the list; one award of two was revoked
    private static IEnumerable<CampaignEvent> History(World world)
    {
        var (session, assignment, kept, revoked) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var (one, other) = (world.MembersA[0], world.MembersA[1]);
        return
        [
            world.Attendance(session, s_march, [one, other]),
            world.Attendance(session, s_march.AddDays(1), [], absent: [one], version: 2),
            world.Issued(assignment, world.CellA, world.PathA, s_march),
            world.Overdue(assignment, world.CellA, world.PathA, s_march),
            world.Completed(assignment, world.CellA, world.PathA, s_march.AddDays(9), onTime: false),
            Granted(world, kept, one),
            Granted(world, revoked, one),
            new AwardRevoked
            {
                District = world.Code,
                AggregateId = revoked,
                Version = 2,
                SubjectKind = SubjectKinds.Member,
                SubjectId = one,
                UnitPath = world.PathA,
                RevokedOn = s_march,
            },
        ];
    }

    private static AwardGranted Granted(World world, Guid award, Guid member) =>
        new()
        {
            District = world.Code,
            AggregateId = award,
            Version = 1,
            SubjectKind = SubjectKinds.Member,
            SubjectId = member,
            SubjectName = "",
            UnitId = world.CellA,
            UnitPath = world.PathA,
            Title = "giay-khen",
            Decision = "1-QĐ/QU",
            GrantedOn = s_march,
        };

    private static SessionHeld Held(World world, DateOnly day) =>
        new()
        {
            District = world.Code,
            AggregateId = Guid.NewGuid(),
            Version = 1,
            UnitId = world.CellA,
            UnitPath = world.PathA,
            Kind = "thematic-meeting",
            Topic = "",
            HeldOn = day,
            Minutes = 90,
            Expected = 5,
            Present = 5,
            Excused = 0,
            Absent = 0,
        };

    /// <summary>Every publisher's events of the district so far have been handled: a mark published after them has.</summary>
    private async Task MarkAsync(World world)
    {
        var (marked, award) = (Guid.NewGuid(), Guid.NewGuid());
        var member = Guid.NewGuid();
        await service.PublishAsync(
            world.Attendance(Guid.NewGuid(), s_march, [marked]),
            world.Issued(marked, marked, "hn/mark", s_march),
            Granted(world, award, marked),
            world.Member(member, world.CellB, world.PathB)
        );
        await AttendanceRowsAsync(marked, 1);
        await service.EventuallyAsync<long>($"select count(*) from assignments where id = '{marked}'", 1);
        await service.EventuallyAsync<long>($"select count(*) from awards where id = '{award}'", 1);
        await service.EventuallyAsync<long>($"select count(*) from members where id = '{member}'", 1);
    }

    private Task AttendanceRowsAsync(Guid member, long rows) =>
        service.EventuallyAsync($"select count(*) from attendance where member_id = '{member}'", rows);

    private static async Task<Evidence> EvidenceOfAsync(World world, Guid subject)
    {
        var period = await world.EnrolledPeriodAsync(Guid.NewGuid().ToString());
        return (await world.Officer.ReviewsAsync(period.Id)).Items.Single(review => review.SubjectId == subject).Evidence;
    }
}
