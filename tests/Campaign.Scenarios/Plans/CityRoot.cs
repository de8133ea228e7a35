using Campaign.Contracts;

namespace Campaign.Scenarios.Plans;

/// <summary>The root of every scenario's tree.</summary>
internal static class CityRoot
{
    public static readonly UnitPlan Unit = new(
        "hn",
        "Thành ủy Hà Nội",
        "Hà Nội",
        UnitTypes.PartyCommittee,
        "",
        "hn",
        new DateOnly(2008, 8, 1)
    );
}
