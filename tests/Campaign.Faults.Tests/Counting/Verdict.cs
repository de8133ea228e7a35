namespace Campaign.Faults.Tests;

/// <summary>What came of everything that was acknowledged so far.</summary>
/// <param name="Lost">Acknowledged, but missing at its owner or at a receiver.</param>
/// <param name="Duplicated">More than once anywhere.</param>
/// <param name="Stuck">Unpublished events, messages left in queues, parked events.</param>
/// <param name="Lines">The same place by place.</param>
public sealed record Verdict(long Lost, long Duplicated, long Stuck, IReadOnlyList<string> Lines)
{
    public bool IsClean => (Lost, Duplicated, Stuck) == (0, 0, 0);

    public override string ToString() => $"lost {Lost}, duplicated in effect {Duplicated}, stuck {Stuck}\n{string.Join('\n', Lines)}";
}
