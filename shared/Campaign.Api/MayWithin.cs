namespace Campaign.Api;

/// <summary>What the caller may do in a service without an object that says so: above all, begin something new.</summary>
/// <param name="Action">E.g. <c>open-campaign</c>.</param>
/// <param name="UnitPaths">Roots of the subtrees within which they may, the widest first.</param>
public sealed record MayWithin(string Action, IReadOnlyList<string> UnitPaths);
