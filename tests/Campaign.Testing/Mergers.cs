using Campaign.Contracts;

namespace Campaign.Testing;

/// <summary>What Organization tells when a unit ended and another goes on in its place.</summary>
public static class Mergers
{
    public static readonly DateOnly Day = new(2025, 7, 1);

    public static UnitMerged Into(this UnitChanged predecessor, UnitChanged successor, DateOnly? on = null) =>
        new()
        {
            District = predecessor.District,
            AggregateId = predecessor.AggregateId,
            Version = predecessor.Version,
            PredecessorPath = predecessor.Path,
            SuccessorId = successor.AggregateId,
            SuccessorPath = successor.Path,
            SuccessorName = successor.Name,
            SuccessorType = successor.Type,
            SuccessorDistrict = successor.District,
            EffectiveOn = on ?? Day,
            DecisionNumber = "19-NQ/TU",
        };

    /// <summary>The last news of a unit that ends.</summary>
    public static UnitChanged Ended(this UnitChanged unit, DateOnly? on = null) =>
        unit with
        {
            EventId = Guid.CreateVersion7(),
            Version = unit.Version + 1,
            ValidTo = on ?? Day,
        };
}
