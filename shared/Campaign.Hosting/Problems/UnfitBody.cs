using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Campaign.Hosting.Problems;

/// <summary>A body that is JSON of the right shape and still breaks the contract; the reader adds the path of the object.</summary>
/// <param name="field">In the object.</param>
/// <param name="wrong">What is wrong with it and what to do, to be read after the field's name.</param>
[SuppressMessage("Naming", "CA1710", Justification = "The field's word, and shorter where it is thrown")]
internal sealed class UnfitBody(string field, string wrong) : JsonException($"'{field}' {wrong}.")
{
    public string Explain() => $"'{BadRequests.Within(this)}{field}' {wrong}.";
}
