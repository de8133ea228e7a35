using Campaign.Api;
using Campaign.Api.Directive;
using Campaign.Api.Session;
using Campaign.Contracts;
using Campaign.Scenarios.Plans;

namespace Campaign.Scenarios.Chapters;

/// <summary>Conferences and thematic meetings are held: scheduled, the roster taken, closed with minutes.</summary>
internal static class SessionsChapter
{
    private const int PageSize = 500;
    private const int PlannedMinutes = 90;

    public static async Task PlayAsync(Stage stage)
    {
        var meetings = stage.Plan.Districts.ToDictionary(district => district, district => Meetings.Of(stage.Plan, district).ToList());
        var progress = stage.Narrator.Begin("sessions: conferences and meetings held", meetings.Values.Sum(list => list.Count));
        foreach (var (district, list) in meetings)
        {
            var asked = await AskedForAsync(district, stage);
            var known = await KnownAsync(district, stage);
            var inFull = MeetingInFull.Of(list);
            await stage.EachAsync(list, async meeting =>
            {
                var assignment = meeting.AskedFor is { } due ? asked[(meeting.Unit.Path, meeting.Kind, due)] : (Guid?)null;
                await HoldAsync(meeting, assignment, known, district, meeting == inFull, stage);
                progress.Step();
            });
        }
    }

    private static async Task<Dictionary<(string Path, string Kind, DateOnly DueOn), Guid>> AskedForAsync(
        DistrictPlan district,
        Stage stage
    )
    {
        var officer = stage.Cast.As(district.Officer).Directive;
        var plan = await DirectivesChapter.PlanOfAsync(district, stage);
        List<AssignmentView> asked =
        [
            .. await DirectivesChapter.AssignmentsAsync(officer, plan.Id, RequirementKinds.StudyConference, stage),
            .. await DirectivesChapter.AssignmentsAsync(officer, plan.Id, RequirementKinds.ThematicMeeting, stage),
        ];
        return asked.ToDictionary(
            assignment => (assignment.UnitPath, assignment.Requirement, assignment.DueOn),
            assignment => assignment.Id
        );
    }

    /// <summary>Sessions of an earlier run, by what they are.</summary>
    private static async Task<Dictionary<(string Path, string Kind, DateTimeOffset StartsAt), SessionView>> KnownAsync(
        DistrictPlan district,
        Stage stage
    )
    {
        var officer = stage.Cast.As(district.Officer).Session;
        Dictionary<(string, string, DateTimeOffset), SessionView> known = [];
        await foreach (
            var session in Paging.AllAsync(cursor =>
                officer.SessionsAsync(under: district.Unit.Path, campaign: stage.Campaign.Id, cursor: cursor, limit: PageSize, ct: stage.Ct)
            )
        )
        {
            known[(session.UnitPath, session.Kind, session.StartsAt)] = session;
        }

        return known;
    }

    private static async Task HoldAsync(
        Meeting meeting,
        Guid? assignment,
        Dictionary<(string Path, string Kind, DateTimeOffset StartsAt), SessionView> known,
        DistrictPlan district,
        bool inFull,
        Stage stage
    )
    {
        var secretary = stage.Cast.As(district.SecretaryOf(meeting.Unit.Path)).Session;
        var roster = meeting
            .Participants.Select(member => new RosterEntry(stage.MemberId(member), meeting.StatusOf(member, stage.Plan.Chance)))
            .ToList();
        var present = roster.Count(entry => entry.Status is "present" or "late");
        var session = known.GetValueOrDefault((meeting.Unit.Path, meeting.Kind, meeting.StartsAt))
            ?? await Later.ArrivedAsync(
                () =>
                    secretary.ScheduleAsync(
                        Schedule(meeting, assignment, stage),
                        stage.Key("schedule", meeting.Unit.Path, meeting.Kind, meeting.StartsAt.Ticks),
                        stage.Ct
                    ),
                stage.Ct
            );
        if (session.State != "held")
        {
            await secretary.TakeRosterAsync(session.Id, new TakeRoster(roster), stage.Key("roster", session.Id), stage.Ct);
            if (inFull)
            {
                await MeetingInFull.HoldAsync(secretary, session.Id, meeting, roster, stage);
            }

            await secretary.CloseAsync(
                session.Id,
                new CloseSession(
                    meeting.StartsAt.AddMinutes(meeting.Minutes),
                    inFull ? "" : $"Biên bản (minh họa). Nội dung: {meeting.Topic}. Có mặt {present}/{roster.Count}."
                ),
                stage.Key("close", session.Id),
                stage.Ct
            );
        }

        if (inFull)
        {
            await MeetingInFull.FollowAsync(secretary, session.Id, district, stage);
        }

        stage.Sent.Session(roster.Count, present);
    }

    private static ScheduleSession Schedule(Meeting meeting, Guid? assignment, Stage stage) =>
        new(
            stage.UnitId(meeting.Unit),
            stage.Campaign.Id,
            assignment,
            meeting.Kind,
            new(meeting.Topic, "in-room", meeting.Place, PlannedMinutes),
            meeting.StartsAt,
            [.. meeting.Participants.Select(stage.MemberId)]
        );
}
