using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Campaign.Identity.Keys;

/// <summary>Makes, stores and reads signing keys (ECDSA P-256, signing ES256).</summary>
public sealed class SigningKeys(IdentityDb db, IDataProtectionProvider protection, IOptions<IdentitySettings> settings, TimeProvider time)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Campaign.Identity.SigningKeys");

    /// <summary>Makes the first key, or the next one when the current key's time is nearly over, and drops keys long replaced.</summary>
    public async Task MaintainAsync(CancellationToken cancellationToken)
    {
        var schedule = settings.Value.Keys;
        var now = time.GetUtcNow();
        var keys = await db.SigningKeys.OrderByDescending(key => key.SignsFrom).ToListAsync(cancellationToken);
        if (keys.Count == 0)
        {
            Add(signsFrom: now);
        }
        else if (keys[0].SignsFrom + schedule.Signs - schedule.Announced <= now)
        {
            Add(signsFrom: now + schedule.Announced);
        }

        // a key was replaced when the next newer one began to sign
        var longReplaced = keys.Skip(1).Where((_, index) => keys[index].SignsFrom + schedule.Kept <= now);
        db.SigningKeys.RemoveRange(longReplaced);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Announces a new key that takes over after <see cref="KeySchedule.Announced"/>; the caller saves.</summary>
    public SigningKey Rotate() => Add(time.GetUtcNow() + settings.Value.Keys.Announced);

    /// <summary>Every published key, the one that signs now first.</summary>
    public async Task<IReadOnlyList<SigningCredentials>> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var keys = await db.SigningKeys.AsNoTracking().ToListAsync(cancellationToken);
        var begun = keys.Where(key => key.SignsFrom <= now).OrderByDescending(key => key.SignsFrom);
        var announced = keys.Where(key => key.SignsFrom > now).OrderBy(key => key.SignsFrom);
        return [.. begun.Concat(announced).Select(Unprotect)];
    }

    private SigningKey Add(DateTimeOffset signsFrom)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var signingKey = new SigningKey
        {
            Id = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(12)),
            ProtectedKey = _protector.Protect(key.ExportPkcs8PrivateKey()),
            CreatedAt = time.GetUtcNow(),
            SignsFrom = signsFrom,
        };
        db.SigningKeys.Add(signingKey);
        return signingKey;
    }

    private SigningCredentials Unprotect(SigningKey stored)
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(_protector.Unprotect(stored.ProtectedKey), out _);
        return new(new ECDsaSecurityKey(key) { KeyId = stored.Id }, SecurityAlgorithms.EcdsaSha256);
    }
}
