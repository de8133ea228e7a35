using Campaign.Contracts;

namespace Campaign.Directives.Tests.Rules;

/// <summary>The event log writes the events of one SaveChanges in the order of their ids.</summary>
public sealed class EventOrderTests
{
    [Fact]
    public void Events_made_one_after_the_other_have_ids_in_that_order()
    {
        var ids = Enumerable
            .Range(0, 20_000)
            .Select(_ =>
                new AssignmentOverdue
                {
                    District = "d",
                    AggregateId = Guid.Empty,
                    Version = 1,
                    DirectiveId = Guid.Empty,
                    UnitId = Guid.Empty,
                    UnitPath = "hn",
                    DueOn = default,
                }.EventId
            )
            .ToList();
        ids.ShouldBe(ids.Order());
        ids.ShouldBeUnique();
        ids.ShouldAllBe(id => id.Version == 7);
    }
}
