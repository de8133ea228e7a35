namespace Campaign.Api.Problems;

/// <summary>What can be wrong with a field. Stable; the sentences are kept under <c>field.{code}</c>.</summary>
public sealed record FieldCode(string Code);

/// <summary>What is wrong with one field of a request: an entry of <c>errors</c> in the problem <c>invalid-request</c>.</summary>
/// <param name="Field">Path in the body, e.g. <c>requirements[0].dueOn</c>, or the name of a parameter; empty: the body itself.</param>
/// <param name="Code">See <see cref="FieldCode"/>.</param>
/// <param name="Params">What the sentence names, e.g. <c>min</c> and <c>max</c>; days and times as in ISO 8601.</param>
/// <param name="Detail">The sentence in English.</param>
public sealed record FieldError(string Field, string Code, IReadOnlyDictionary<string, object?> Params, string Detail);
