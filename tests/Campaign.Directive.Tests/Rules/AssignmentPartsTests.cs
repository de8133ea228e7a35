using Campaign.Api.Directive;
using Campaign.Api.Problems;
using Campaign.Directives.Assignments;
using Campaign.Directives.Tests.Service;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Directives.Tests.Rules;

public sealed class AssignmentPartsTests
{
    [Theory]
    [InlineData("closed accepted", "accepted")]
    [InlineData("closed in-progress reported", "in-progress")]
    [InlineData("returned planned", "returned")]
    [InlineData("recalled closed", "closed")]
    [InlineData("recalled recalled", "recalled")]
    [InlineData("issued closed", "issued")]
    public void Document_is_as_far_as_the_least_advanced_of_what_its_lead_was_asked_for(string states, string state) =>
        AssignmentParts.StateOf(states.Split(' ')).ShouldBe(state);

    [Fact]
    public void Order_of_the_assignments_and_what_was_recalled_do_not_change_the_state() =>
        Prop.ForAll(
                Gen.Elements(AssignmentStates.All.Except([AssignmentStates.Recalled]).ToArray()).NonEmptyListOf().ToArbitrary(),
                states =>
                    AssignmentParts.StateOf(states)
                        == AssignmentParts.StateOf(states.AsEnumerable().Reverse().Append(AssignmentStates.Recalled))
                    && states.Contains(AssignmentParts.StateOf(states))
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void One_leads_some_cooperate_and_the_others_carry_out()
    {
        var (lead, beside, other) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        new[] { lead, beside, other }.Select(unit => AssignmentParts.Of(unit, lead, [beside])).ShouldBe(["lead", "co-operates", null]);
        AssignmentParts.Of(other, null, null).ShouldBeNull();
        AssignmentParts.Check(lead, [beside]);
        Refused(null, [beside], DirectiveProblems.LeaderNeeded);
        Refused(lead, [lead], DirectiveProblems.LeadsAlready);
        Refused(lead, [.. Enumerable.Range(0, 51).Select(_ => Guid.NewGuid())], FieldCodes.Count);
        static void Refused(Guid? lead, Guid[] cooperating, FieldCode code) =>
            ((Action)(() => AssignmentParts.Check(lead, cooperating))).ShouldBeRefused("cooperatingUnitIds", code);
    }
}
