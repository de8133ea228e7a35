using System.Collections.Concurrent;
using Campaign.Api;

namespace Campaign.Portal.Vocabulary;

/// <summary>The catalogues that pages have read, one copy for all pages: they are the same for everybody.</summary>
public sealed class CatalogueCache(TimeProvider time)
{
    /// <summary>How long a copy is shown before its owner is asked whether it changed.</summary>
    private static readonly TimeSpan s_fresh = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<CatalogueName, Copy> _copies = new();

    public Tagged<Catalogue>? Of(CatalogueName name) => _copies.GetValueOrDefault(name)?.Catalogue;

    public bool IsFresh(CatalogueName name) => _copies.TryGetValue(name, out var copy) && time.GetUtcNow() - copy.AskedAt < s_fresh;

    public void Keep(CatalogueName name, Tagged<Catalogue> catalogue) => _copies[name] = new Copy(catalogue, time.GetUtcNow());

    private sealed record Copy(Tagged<Catalogue> Catalogue, DateTimeOffset AskedAt);
}
