namespace Campaign.Api.Problems;

/// <summary>Metadata of an endpoint: why it refuses, beyond what follows from its address, its body and who may call it.</summary>
public sealed record Refusals(params IReadOnlyList<ProblemType> Types);
