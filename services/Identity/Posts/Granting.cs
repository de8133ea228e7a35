using Campaign.Api.Identity;
using Campaign.Api.Problems;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Identity.Accounts;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Identity.Posts;

/// <summary>Posts given directly to an account or to an integrator's client. Whoever calls it saves.</summary>
public sealed class Granting(IdentityDb db, Caller caller, TimeProvider time)
{
    public const int MaxPosts = 50;

    /// <summary>Gives <paramref name="subject"/> a post, which the caller must cover.</summary>
    /// <exception cref="Problem"><c>outside-your-units</c>, <c>invalid-request</c>.</exception>
    /// <param name="within">Path of the post in the request, with its dot; empty: the request itself.</param>
    public void Grant(string subject, GrantPost post, string within = "")
    {
        var path = AccountRules.UnitPath(post.UnitPath, $"{within}unitPath");
        caller.Demand(path);
        if (RoleRules.Objection($"{within}role", post.Role, path, byOperator: true) is { } wrong)
        {
            throw Problem.Invalid(wrong);
        }

        var from = post.ValidFrom ?? time.Today();
        Problem.Unless(
            post.ValidTo is null || post.ValidTo > from,
            $"{within}validTo",
            FieldCodes.FirstDayWithout,
            ("start", $"{within}validFrom")
        );
        db.Grants.Add(
            new Grant
            {
                Subject = subject,
                Role = post.Role,
                UnitPath = path,
                ValidFrom = from,
                ValidTo = post.ValidTo,
            }
        );
    }

    /// <summary>Ends a post from today on; false when it had ended already.</summary>
    /// <exception cref="Problem"><c>not-found</c>.</exception>
    public async Task<bool> RevokeAsync(string subject, Guid post, CancellationToken cancellationToken)
    {
        var grant = await db.Grants.FirstOrDefaultAsync(grant => grant.Id == post && grant.Subject == subject, cancellationToken)
            ?? throw Problem.NotFound("granted post");
        if (grant.ValidTo <= time.Today())
        {
            return false;
        }

        grant.ValidTo = time.Today();
        return true;
    }

    public static GrantView View(Grant grant) => new(grant.Id, grant.Role, grant.UnitPath, grant.ValidFrom, grant.ValidTo);
}
