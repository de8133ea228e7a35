using Campaign.Api.Directive;
using Campaign.Contracts;

namespace Campaign.Portal.Directives;

/// <summary>A requirement while it is being written: due on a day, or so many working days after the issue.</summary>
public sealed class RequirementDraft
{
    public string Kind { get; set; } = RequirementKinds.Acknowledge;
    public string? Title { get; set; }
    public DateOnly? DueOn { get; set; }
    public int? WorkingDays { get; set; }

    /// <summary>Null asks every addressed unit.</summary>
    public string? Type { get; set; }

    public bool IsComplete => !string.IsNullOrWhiteSpace(Title) && (DueOn is not null || WorkingDays is >= 1 and <= 500);

    public Requirement Read() => new(Kind, Title!.Trim(), DueOn ?? default, Type is null ? [] : [Type], DueOn is null ? WorkingDays : null);

    /// <summary>
    /// The same for each quarter from the one of <paramref name="from"/> to the one of <paramref name="to"/>, due on its last day.
    /// </summary>
    public static IEnumerable<RequirementDraft> EveryQuarter(DateOnly from, DateOnly to, Func<int, int, string> title)
    {
        for (
            var (year, quarter) = (from.Year, (from.Month + 2) / 3);
            (year, quarter).CompareTo((to.Year, (to.Month + 2) / 3)) <= 0;
            (year, quarter) = quarter == 4 ? (year + 1, 1) : (year, quarter + 1)
        )
        {
            yield return new RequirementDraft
            {
                Kind = RequirementKinds.ThematicMeeting,
                Title = title(quarter, year),
                DueOn = new DateOnly(year, quarter * 3, 1).AddMonths(1).AddDays(-1),
                Type = UnitTypes.Cell,
            };
        }
    }
}
