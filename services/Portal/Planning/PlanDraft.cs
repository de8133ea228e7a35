using Campaign.Api.Session;
using Campaign.Contracts;
using Campaign.Portal.Shared;
using Campaign.Time;

namespace Campaign.Portal.Planning;

/// <summary>What is typed into the form of a session: a new one, one that answers a proposal, or one that is changed.</summary>
public sealed class PlanDraft
{
    public const int MinMinutes = 10;
    public const int MaxMinutes = 1440;
    private const int UsualMinutes = 90;
    private const int Evening = 19;
    private const int Half = 30;

    public string? Kind { get; set; } = SessionKinds.CellMeeting;

    public string? Activity { get; set; }

    public string? Topic { get; set; }

    public string? Form { get; set; } = "in-room";

    public string? Place { get; set; }

    /// <summary>As the clock in Hanoi shows it.</summary>
    public DateTime? StartsAt { get; set; }

    /// <summary><see cref="MinMinutes"/> to <see cref="MaxMinutes"/>.</summary>
    public int? PlannedMinutes { get; set; } = UsualMinutes;

    public bool IsComplete => !string.IsNullOrWhiteSpace(Topic) && !string.IsNullOrWhiteSpace(Place) && Kind is not null && Form is not null
        && StartsAt is not null && PlannedMinutes is >= MinMinutes and <= MaxMinutes;

    /// <summary>An evening a week from now, at the usual place.</summary>
    public static PlanDraft New(TimeProvider time, string usualPlace) =>
        new() { Place = usualPlace, StartsAt = EveningOf(DateOnly.FromDateTime(Words.HanoiNow(time)).AddDays(7)) };

    /// <summary>Filled in beforehand: an evening within the week before it is due, at the usual place. One press schedules it.</summary>
    public static PlanDraft For(ProposalView proposal, TimeProvider time, string usualPlace)
    {
        var tomorrow = DateOnly.FromDateTime(Words.HanoiNow(time)).AddDays(1);
        var week = tomorrow.AddDays(6);
        var day = proposal.DueOn < tomorrow ? tomorrow : proposal.DueOn < week ? proposal.DueOn : week;
        return new PlanDraft { Kind = proposal.Kind, Topic = proposal.Title, Place = usualPlace, StartsAt = EveningOf(day) };
    }

    public static PlanDraft Of(SessionView session) => new()
    {
        Kind = session.Kind,
        Activity = session.Activity,
        Topic = session.Topic,
        Form = session.Form,
        Place = session.Place,
        StartsAt = OfficeDay.ClockAt(session.StartsAt),
        PlannedMinutes = session.PlannedMinutes,
    };

    public ScheduleSession Schedule(Guid unit, Guid? campaign, Guid? assignment, IReadOnlyList<Guid>? participants) => new(
        unit, campaign, assignment, Kind!, Topic!.Trim(), Form!, Place!.Trim(), Words.InHanoi(StartsAt!.Value), PlannedMinutes!.Value, participants, Activity);

    public PlanSeries Series(Guid unit, RecurrenceRule rule, IReadOnlyList<Guid>? participants) => new(
        unit, null, Kind!, Topic!.Trim(), Form!, Place!.Trim(), PlannedMinutes!.Value, Activity, participants, rule);

    public ChangeSession Change() => new(Topic!.Trim(), Form!, Place!.Trim(), Words.InHanoi(StartsAt!.Value), PlannedMinutes!.Value, Activity);

    private static DateTime EveningOf(DateOnly day) => day.ToDateTime(new TimeOnly(Evening, Half));
}
