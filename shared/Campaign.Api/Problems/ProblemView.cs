namespace Campaign.Api.Problems;

/// <summary>Why something that ran by itself failed, as it is kept and shown.</summary>
/// <param name="Type">As in problem details, see <see cref="ProblemType.Urn"/>.</param>
/// <param name="Detail">The sentence in English.</param>
/// <param name="Params">What the type's sentence names.</param>
/// <param name="Errors">What is wrong with which field.</param>
public sealed record ProblemView(string Type, string Detail, IReadOnlyDictionary<string, object?> Params, IReadOnlyList<FieldError> Errors);
