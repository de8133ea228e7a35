using Campaign.Api.Session;
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

    /// <summary>Of the catalogue; the first one unless chosen.</summary>
    public string? Kind { get; set; }

    /// <summary>What is not typed yet is empty; the first form of the catalogue unless chosen.</summary>
    public SessionPlan Plan { get; set; } = new("", "", "", UsualMinutes);

    /// <summary>As the clock in Hanoi shows it.</summary>
    public DateTime? StartsAt { get; set; }

    /// <summary>The day that is planned for; null until it is chosen.</summary>
    public DateOnly? Day => StartsAt is { } at ? DateOnly.FromDateTime(at) : null;

    public bool IsComplete =>
        !string.IsNullOrWhiteSpace(Plan.Topic)
        && !string.IsNullOrWhiteSpace(Plan.Place)
        && !string.IsNullOrEmpty(Kind)
        && Plan.Form.Length > 0
        && StartsAt is not null
        && Plan.PlannedMinutes is >= MinMinutes and <= MaxMinutes;

    /// <summary>An evening a week from now, at the usual place.</summary>
    public static PlanDraft New(TimeProvider time, string usualPlace) =>
        new()
        {
            Plan = new("", "", usualPlace, UsualMinutes),
            StartsAt = EveningOf(DateOnly.FromDateTime(Words.HanoiNow(time)).AddDays(7)),
        };

    /// <summary>Filled in beforehand: an evening within the week before it is due, at the usual place. One press schedules it.</summary>
    public static PlanDraft For(ProposalView proposal, TimeProvider time, string usualPlace)
    {
        var tomorrow = DateOnly.FromDateTime(Words.HanoiNow(time)).AddDays(1);
        var week = tomorrow.AddDays(6);
        var day =
            proposal.DueOn < tomorrow ? tomorrow
            : proposal.DueOn < week ? proposal.DueOn
            : week;
        return new PlanDraft
        {
            Kind = proposal.Kind,
            Plan = new(proposal.Title, "", usualPlace, UsualMinutes),
            StartsAt = EveningOf(day),
        };
    }

    public static PlanDraft Of(SessionView session) =>
        new()
        {
            Kind = session.Kind,
            Plan = session.Plan,
            StartsAt = OfficeDay.ClockAt(session.StartsAt),
        };

    public ScheduleSession Schedule(Guid unit, Guid? campaign, Guid? assignment, IReadOnlyList<Guid>? participants) =>
        new(unit, campaign, assignment, Kind!, Trimmed, Words.InHanoi(StartsAt!.Value), participants);

    public PlanSeries Series(Guid unit, RecurrenceRule rule, IReadOnlyList<Guid>? participants) =>
        new(unit, null, Kind!, Trimmed, participants, rule);

    public ChangeSession Change() => new(Trimmed, Words.InHanoi(StartsAt!.Value));

    private SessionPlan Trimmed => Plan with { Topic = Plan.Topic.Trim(), Place = Plan.Place.Trim() };

    private static DateTime EveningOf(DateOnly day) => day.ToDateTime(new TimeOnly(Evening, Half));
}
