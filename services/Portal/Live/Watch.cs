using Campaign.Api;
using Campaign.Contracts;

namespace Campaign.Portal.Live;

/// <summary>What a part of a page shows live: of one service, and there of one thing or one district; null is any.</summary>
public sealed record Watch(string Service, Guid? Id = null, string? District = null)
{
    /// <summary>What is the city's own concerns every district.</summary>
    public bool Concerns(Change change) =>
        (Id is not { } id || change.Ids is null || change.Ids.Contains(id))
        && (District is null || change.District is null or Districts.City || change.District == District);
}
