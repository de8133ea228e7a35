using System.Globalization;
using System.Security.Claims;
using Campaign.Portal.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Campaign.Portal.SignIn;

/// <summary>
/// The access token of a session, refreshed shortly before it expires. Pages that live for hours and the gateway ask
/// here; the row's lock lets one replica refresh while the others wait and take over its result.
/// </summary>
public sealed class AccessTokens(
    IDbContextFactory<PortalDb> databases,
    SessionTickets tickets,
    TokenRefresh refresh,
    IMemoryCache memory,
    TimeProvider time
)
{
    /// <summary>How long another replica's sign-out may go unnoticed.</summary>
    private static readonly TimeSpan s_remembered = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan s_early = TimeSpan.FromSeconds(60);

    /// <summary>Null when nobody is signed in or the session has ended.</summary>
    /// <exception cref="HttpRequestException">Identity does not answer.</exception>
    public async Task<string?> OfAsync(ClaimsPrincipal user, CancellationToken ct)
    {
        if (user.FindFirstValue(SessionTickets.SessionClaim) is not { } key)
        {
            return null;
        }

        if (memory.TryGetValue(CacheKey(key), out string? known))
        {
            return known;
        }

        var token = await ReadAsync(key, ct);
        if (token is not null)
        {
            memory.Set(CacheKey(key), token, s_remembered);
        }

        return token;
    }

    public void Forget(string key) => memory.Remove(CacheKey(key));

    private async Task<string?> ReadAsync(string key, CancellationToken ct)
    {
        await using var database = await databases.CreateDbContextAsync(ct);
        var session = await database.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Key == key, ct);
        var ticket = session is null ? null : tickets.Unprotect(session);
        return ticket is null ? null
            : IsFresh(ticket) ? ticket.Properties.GetTokenValue("access_token")
            : await RefreshAsync(database, key, ct);
    }

    private async Task<string?> RefreshAsync(PortalDb database, string key, CancellationToken ct)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(ct);
        var session = await database.Sessions.FromSql($"select * from sessions where key = {key} for update").SingleOrDefaultAsync(ct);
        if (session is null || tickets.Unprotect(session) is not { } ticket)
        {
            return null;
        }

        if (!IsFresh(ticket))
        {
            var tokens = await refresh.RefreshAsync(ticket.Properties.GetTokenValue("refresh_token"), ct);
            if (tokens is null)
            {
                database.Sessions.Remove(session);
            }
            else
            {
                session.Ticket = tickets.Protect(Renewed(ticket, tokens));
            }

            await database.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return tokens?.AccessToken;
        }

        return ticket.Properties.GetTokenValue("access_token");
    }

    private bool IsFresh(AuthenticationTicket ticket) =>
        DateTimeOffset.TryParse(ticket.Properties.GetTokenValue("expires_at"), CultureInfo.InvariantCulture, out var expires)
        && expires > time.GetUtcNow() + s_early;

    // posts may have changed since: the next page sees those of the new token
    private AuthenticationTicket Renewed(AuthenticationTicket ticket, RefreshedTokens tokens)
    {
        ticket.Properties.UpdateTokenValue("access_token", tokens.AccessToken);
        ticket.Properties.UpdateTokenValue("refresh_token", tokens.RefreshToken ?? ticket.Properties.GetTokenValue("refresh_token")!);
        ticket.Properties.UpdateTokenValue(
            "expires_at",
            time.GetUtcNow().AddSeconds(tokens.ExpiresIn).ToString("o", CultureInfo.InvariantCulture)
        );
        if (ticket.Principal.Identity is ClaimsIdentity identity)
        {
            foreach (var post in identity.FindAll("posts").ToList())
            {
                identity.RemoveClaim(post);
            }

            identity.AddClaims(new JsonWebTokenHandler().ReadJsonWebToken(tokens.AccessToken).Claims.Where(claim => claim.Type == "posts"));
        }

        return ticket;
    }

    private static string CacheKey(string key) => $"access-token:{key}";
}
