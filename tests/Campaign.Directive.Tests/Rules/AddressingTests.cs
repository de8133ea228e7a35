using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Directives.Issuing;
using Campaign.Directives.Requirements;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Directives.Tests.Rules;

public sealed class AddressingTests
{
    private static readonly string[] s_types = [UnitTypes.PartyCommittee, UnitTypes.Agency, UnitTypes.School, UnitTypes.Cell];
    private static readonly string[] s_paths =
    [
        "hn",
        "hn/thanh-xuan",
        "hn/thanh-xuan/ha-dinh",
        "hn/thanh-xuan/ha-dinh/cb-1",
        "hn/thanh-xuan-bac",
        "hn/dong-da",
        "hn/dong-da/cb-9",
    ];

    [Theory]
    [InlineData("hn/thanh-xuan", true)]
    [InlineData("hn/thanh-xuan/ha-dinh/cb-1", true)]
    [InlineData("hn/thanh-xuan-bac", false)]
    [InlineData("hn", false)]
    public void Rule_selects_the_subtree_and_nothing_beside_it(string path, bool selected) =>
        Addressing.Selects(new AddressRule("hn/thanh-xuan", []), path, UnitTypes.Cell).ShouldBe(selected);

    [Fact]
    public void Rule_without_types_selects_what_the_rules_of_all_types_select_together() =>
        Prop.ForAll(
                (
                    from under in Gen.Elements(s_paths)
                    from path in Gen.Elements(s_paths)
                    from type in Gen.Elements(s_types)
                    select (under, path, type)
                ).ToArbitrary(),
                unit =>
                    Addressing.Selects(new AddressRule(unit.under, []), unit.path, unit.type)
                    == s_types.Any(type => Addressing.Selects(new AddressRule(unit.under, [type]), unit.path, unit.type))
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Union_names_each_unit_once_and_forgets_none() =>
        Prop.ForAll((from hand in Units from rule in Units select (hand, rule)).ToArbitrary(), both =>
            {
                var union = Addressing.Union(both.hand, both.rule);
                return union.Select(unit => unit.Id).Distinct().Count() == union.Count
                    && both.hand.Concat(both.rule).All(unit => union.Any(addressed => addressed.Id == unit.Id))
                    && union.All(unit => both.hand.Contains(unit) || both.rule.Contains(unit));
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Assignments_are_the_units_asked_for_each_requirement()
    {
        Addressee[] units =
        [
            new(Guid.NewGuid(), "hn/a", UnitTypes.PartyCommittee),
            new(Guid.NewGuid(), "hn/a/1", UnitTypes.Cell),
            new(Guid.NewGuid(), "hn/a/2", UnitTypes.Cell),
        ];
        IssuedRequirement[] requirements =
        [
            Asking(RequirementKinds.Acknowledge),
            Asking(RequirementKinds.ThematicMeeting, UnitTypes.Cell),
            Asking(RequirementKinds.StudyConference, UnitTypes.School),
        ];
        Addressing.CountAssignments(units, requirements).ShouldBe(3 + 2 + 0);
    }

    [Fact]
    public void Assignment_id_follows_from_what_it_is()
    {
        var (directive, unit) = (Guid.NewGuid(), Guid.NewGuid());
        AssignmentId.Of(directive, unit, 0).ShouldBe(AssignmentId.Of(directive, unit, 0));
        new[] { AssignmentId.Of(directive, unit, 0), AssignmentId.Of(directive, unit, 1), AssignmentId.Of(unit, directive, 0) }
            .Distinct()
            .Count()
            .ShouldBe(3);
        AssignmentId.Of(directive, unit, 0).Version.ShouldBe(8);
    }

    private static Gen<List<Addressee>> Units =>
        Gen.Choose(0, 15)
            .Select(number => new Addressee(new Guid(number, 0, 0, new byte[8]), $"hn/{number}", UnitTypes.Cell))
            .ListOf()
            .Select(units => units.ToList());

    private static IssuedRequirement Asking(string kind, params string[] types) =>
        new(kind, Completions.Report, "…", new DateOnly(2026, 12, 31), types);
}
