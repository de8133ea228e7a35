using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Directives.RollUps;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Directives.Tests.Rules;

public sealed class AssignmentLifeTests
{
    [Fact]
    public void Every_state_follows_from_the_days_and_every_change_has_a_version_of_its_own() =>
        Prop.ForAll(
                (
                    from kind in Gen.Elements(AssignmentTests.Kinds)
                    from steps in RandomLife.Steps.ListOf()
                    select (kind, steps)
                ).ToArbitrary(),
                run =>
                {
                    var assignment = AssignmentTests.Asking(run.kind);
                    var events = new List<CampaignEvent>();
                    foreach (var step in run.steps)
                    {
                        var before = (assignment.State, assignment.DueOn, assignment.Version);
                        events.AddRange(step(assignment));
                        if (before.Version == assignment.Version && (before.State, before.DueOn) != (assignment.State, assignment.DueOn))
                        {
                            return false;
                        }
                    }

                    return events.Select(e => e.Version).SequenceEqual(events.Select(e => e.Version).Distinct().Order())
                        && (events.Count == 0 || events[^1].Version <= assignment.Version)
                        && events.OfType<AssignmentAcknowledged>().Count() == (assignment.AcknowledgedOn is null ? 0 : 1)
                        && events.OfType<AssignmentCompleted>().Count() - events.OfType<AssignmentReturned>().Count()
                            == (assignment.CompletedOn is null ? 0 : 1)
                        && (assignment.CompletedOn is null) == (assignment.IsOpen || assignment.State == AssignmentStates.Recalled)
                        && (assignment.CompletedOn is null || assignment.AcknowledgedOn is not null)
                        && (assignment.AskedUntil is null || assignment.IsOpen);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Figures_kept_by_changes_equal_a_recount() =>
        Prop.ForAll(
                (
                    from kinds in Gen.Elements(AssignmentTests.Kinds).NonEmptyListOf()
                    from steps in (from at in Gen.Choose(0, 50) from step in RandomLife.Steps select (at, step)).ListOf()
                    select (kinds, steps)
                ).ToArbitrary(),
                run =>
                {
                    var assignments = run.kinds.Select(kind => AssignmentTests.Asking(kind)).ToList();
                    var kept = new Dictionary<(Guid, int, string), Tally>();
                    Keep(kept, assignments.Select(assignment => ((Counted?)null, Counted.Of(assignment))));
                    foreach (var (at, step) in run.steps)
                    {
                        var assignment = assignments[at % assignments.Count];
                        var before = Counted.Of(assignment);
                        step(assignment);
                        Keep(kept, [(before, Counted.Of(assignment))]);
                    }

                    var recount = new Dictionary<(Guid, int, string), Tally>();
                    Keep(recount, assignments.Select(assignment => ((Counted?)null, Counted.Of(assignment))));
                    return kept.Where(row => row.Value != default)
                        .OrderBy(row => row.Key.ToString(), StringComparer.Ordinal)
                        .SequenceEqual(
                            recount.Where(row => row.Value != default).OrderBy(row => row.Key.ToString(), StringComparer.Ordinal)
                        );
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("hn", "hn")]
    [InlineData("hn/thanh-xuan", "hn/thanh-xuan")]
    [InlineData("hn/thanh-xuan/ha-dinh/cb-01", "hn/thanh-xuan hn/thanh-xuan/ha-dinh hn/thanh-xuan/ha-dinh/cb-01")]
    public void Unit_counts_in_itself_and_in_those_above_up_to_its_district(string path, string nodes) =>
        string.Join(' ', RollUpChange.Nodes(path)).ShouldBe(nodes);

    private static void Keep(Dictionary<(Guid, int, string), Tally> kept, IEnumerable<(Counted? Before, Counted Now)> changes)
    {
        foreach (var change in RollUpChange.Sum(changes))
        {
            var key = (change.DirectiveId, change.RequirementNo, change.UnitPath);
            kept[key] = kept.GetValueOrDefault(key) + change.Tally;
        }
    }
}
