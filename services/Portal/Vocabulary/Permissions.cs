using System.Collections.Concurrent;
using System.Security.Claims;
using Campaign.Api;
using Campaign.Contracts;
using Campaign.Portal.Shared;
using Campaign.Portal.SignIn;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Caching.Memory;

namespace Campaign.Portal.Vocabulary;

/// <summary>
/// What the services say that the person may begin or read, and within which units. A service is asked again after a minute; while it
/// does not answer, what it said last holds for all pages of the person's session.
/// </summary>
public sealed class Permissions(AuthenticationStateProvider authentication, IMemoryCache memory, TimeProvider time)
{
    private static readonly TimeSpan s_fresh = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_kept = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<Type, Task<IReadOnlyList<MayWithin>>> _underWay = new();

    public async Task<IReadOnlyList<MayWithin>> ReadAsync(ApiClient service)
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        var key = (nameof(Permissions), user.FindFirstValue(SessionTickets.SessionClaim), service.GetType());
        var said = memory.Get<Answer>(key);
        if (said is not null && time.GetUtcNow() - said.At < s_fresh)
        {
            return said.May;
        }

        try
        {
            // the menu and the parts of a page ask at the same time
            var may = await _underWay.GetOrAdd(service.GetType(), _ => service.MayAsync());
            memory.Set(key, new Answer(time.GetUtcNow(), may), s_kept);
            return may;
        }
        catch (Exception exception) when (said is not null && Words.IsExpected(exception))
        {
            return said.May;
        }
        finally
        {
            _underWay.TryRemove(service.GetType(), out _);
        }
    }

    /// <summary>Roots of the subtrees within which the person may, the widest first; none where they may not.</summary>
    public async Task<IReadOnlyList<string>> PathsAsync(ApiClient service, string action) =>
        (await ReadAsync(service)).FirstOrDefault(may => may.Action == action)?.UnitPaths ?? [];

    /// <summary>Whether the person may anywhere, or in a unit.</summary>
    public async Task<bool> AllowsAsync(ApiClient service, string action, string? unitPath = null) =>
        (await PathsAsync(service, action)).Any(root => unitPath is null || UnitPath.IsWithin(unitPath, root));

    /// <summary>The district that the widest of the subtrees lies in; null for the whole city.</summary>
    public async Task<string?> DistrictAsync(ApiClient service, string action) =>
        await PathsAsync(service, action) is [var widest, ..] && UnitPath.District(widest) is var district && district != Districts.City
            ? district
            : null;

    private sealed record Answer(DateTimeOffset At, IReadOnlyList<MayWithin> May);
}
