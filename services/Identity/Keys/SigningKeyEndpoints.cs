using Campaign.Api.Identity;
using Campaign.Hosting.Access;
using Campaign.ServiceDefaults.Audit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Identity.Keys;

/// <summary><c>/signing-keys</c>: operators of the whole system see the keys and have a new one made.</summary>
internal static class SigningKeyEndpoints
{
    public static RouteGroupBuilder MapSigningKeys(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/signing-keys").WithTags("Signing keys").AllowForTheWhole();
        group.MapGet("", ListAsync);
        group.MapPost("", RotateAsync);
        return group;
    }

    private static async Task<Ok<IReadOnlyList<SigningKeyView>>> ListAsync(IdentityDb db, CancellationToken cancellationToken)
    {
        var keys = await db.SigningKeys.AsNoTracking().OrderByDescending(key => key.SignsFrom).Take(100).ToListAsync(cancellationToken);
        return TypedResults.Ok<IReadOnlyList<SigningKeyView>>([.. keys.Select(View)]);
    }

    private static async Task<Created<SigningKeyView>> RotateAsync(
        SigningKeys keys,
        IdentityDb db,
        IAudit audit,
        CancellationToken cancellationToken
    )
    {
        var key = keys.Rotate();
        audit.Record("announced", nameof(SigningKey), key.Id);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created("signing-keys", View(key));
    }

    private static SigningKeyView View(SigningKey key) => new(key.Id, key.CreatedAt, key.SignsFrom);
}
