using Campaign.Api.Identity;
using Campaign.Hosting.Access;
using Campaign.Identity.Accounts;
using Campaign.Identity.Posts;

namespace Campaign.Identity.Clients;

/// <summary>Shows an integrator's client with its posts, never its secret.</summary>
public sealed class IntegratorViews(CurrentPosts posts, AccountAccess access, Caller caller)
{
    public async Task<IntegratorView> ShowAsync(Integrator integrator, CancellationToken cancellationToken) =>
        View(integrator, await posts.GrantsAsync(integrator.ClientId, cancellationToken)) with
        {
            May = SubjectActions.OfIntegrators.May(caller, await access.SubjectAsync(integrator, cancellationToken)),
        };

    /// <summary>A line of a list: what may be done is said where one client is read.</summary>
    public static IntegratorView View(Integrator integrator, IEnumerable<Grant> grants) =>
        new(
            integrator.ClientId,
            integrator.Name,
            integrator.UnitPath,
            integrator.DisabledAt is not null,
            integrator.CreatedAt,
            integrator.SecretRenewedAt,
            [.. grants.Select(Granting.View)]
        );
}
