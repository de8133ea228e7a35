using Campaign.Api.Directive;
using Campaign.Contracts;

namespace Campaign.Scenarios.Plans;

/// <summary>One requirement and how many units of the district it asks.</summary>
public sealed record Demand(Requirement Requirement, int Units);

/// <summary>What a district's documents ask for: its plan for everything, later ones to be acknowledged.</summary>
public static class Demands
{
    private static readonly string[] s_committees = [UnitTypes.PartyCommittee];
    private static readonly string[] s_cells = [UnitTypes.Cell];

    public static IEnumerable<Demand> Of(ScenarioPlan plan, DistrictPlan district) =>
        Enumerable.Range(0, district.Documents.Count).SelectMany(document => Of(plan, district, document));

    /// <param name="document">Index of the district's document.</param>
    public static IEnumerable<Demand> Of(ScenarioPlan plan, DistrictPlan district, int document)
    {
        var signed = district.Documents[document].SignedOn;
        IEnumerable<Requirement> requirements = [new(RequirementKinds.Acknowledge, "Tiếp nhận, xác nhận văn bản", signed.AddDays(21), [])];
        if (document == 0)
        {
            requirements =
            [
                .. requirements,
                new(RequirementKinds.StudyConference, "Hội nghị học tập, quán triệt", StudyDue(district), s_committees),
                .. plan.Rounds.Select(round => new Requirement(RequirementKinds.ThematicMeeting, round.Title, round.DueOn, s_cells)),
                new(RequirementKinds.Report, "Báo cáo kết quả thực hiện", plan.To.AddDays(-5), s_committees),
            ];
        }

        return requirements.Select(requirement => new Demand(
            requirement,
            district.All.Count(unit => requirement.Types.Count == 0 || requirement.Types.Contains(unit.Type))
        ));
    }

    public static DateOnly StudyDue(DistrictPlan district) => district.Documents[0].SignedOn.AddDays(45);
}
