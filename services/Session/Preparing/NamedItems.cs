using Campaign.Api.Problems;
using Campaign.Hosting.Problems;

namespace Campaign.Sessions.Preparing;

/// <summary>A list that is sent as it shall be: each entry is new, or names the one that goes on.</summary>
internal static class NamedItems
{
    /// <exception cref="Problem"><c>invalid-request</c>: an entry is named twice.</exception>
    public static void DemandOnce<T>(IReadOnlyList<T> items, Func<T, Guid?> id)
    {
        var named = new HashSet<Guid>();
        foreach (var (index, item) in items.Index())
        {
            Problem.Unless(id(item) is not { } one || named.Add(one), $"items[{index}].id", FieldCodes.Twice, ("value", id(item)));
        }
    }
}
