using System.Security.Claims;
using System.Security.Cryptography;
using Campaign.Hosting.Sweeps;
using Campaign.Portal.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Portal.SignIn;

/// <summary>Sessions in the database, so that every replica knows them and sign-out ends them everywhere.</summary>
public sealed class SessionTickets(IDbContextFactory<PortalDb> databases, IDataProtectionProvider protection, TimeProvider time)
    : ITicketStore
{
    /// <summary>The claim by which pages and the gateway find the session again.</summary>
    public const string SessionClaim = "portal-session";

    /// <summary>As long as Identity's refresh tokens live.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly IDataProtector _protector = protection.CreateProtector("Campaign.Portal.Sessions");

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        (ticket.Principal.Identity as ClaimsIdentity)?.AddClaim(new Claim(SessionClaim, key));
        await using var database = await databases.CreateDbContextAsync();
        database.Sessions.Add(
            new StoredSession
            {
                Key = key,
                Ticket = Protect(ticket),
                ExpiresAt = ExpiryOf(ticket),
            }
        );
        await database.SaveChangesAsync();
        return key;
    }

    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        await using var database = await databases.CreateDbContextAsync();
        var (bytes, expires) = (Protect(ticket), ExpiryOf(ticket));
        await database
            .Sessions.Where(session => session.Key == key)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Ticket, bytes).SetProperty(s => s.ExpiresAt, expires));
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        await using var database = await databases.CreateDbContextAsync();
        var now = time.GetUtcNow();
        var session = await database.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Key == key && s.ExpiresAt > now);
        return session is null ? null : Unprotect(session);
    }

    public async Task RemoveAsync(string key)
    {
        await using var database = await databases.CreateDbContextAsync();
        await database.Sessions.Where(session => session.Key == key).ExecuteDeleteAsync();
    }

    internal byte[] Protect(AuthenticationTicket ticket) => _protector.Protect(TicketSerializer.Default.Serialize(ticket));

    /// <summary>Null when the keys that protected it are gone: the person signs in again.</summary>
    internal AuthenticationTicket? Unprotect(StoredSession session)
    {
        try
        {
            return TicketSerializer.Default.Deserialize(_protector.Unprotect(session.Ticket));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private DateTimeOffset ExpiryOf(AuthenticationTicket ticket) => ticket.Properties.ExpiresUtc ?? time.GetUtcNow() + Lifetime;
}

/// <summary>Deletes sessions that have expired.</summary>
internal sealed class SessionCleanup(SweepServices services, IDbContextFactory<PortalDb> databases) : Sweep(services)
{
    protected override TimeSpan Every => TimeSpan.FromHours(1);

    protected override async Task RoundAsync(CancellationToken ct)
    {
        await using var database = await databases.CreateDbContextAsync(ct);
        var now = Time.GetUtcNow();
        await database.Sessions.Where(session => session.ExpiresAt < now).ExecuteDeleteAsync(ct);
    }
}
