using Campaign.Api.Identity;
using Campaign.Hosting.Access;
using Campaign.Identity.Accounts;
using Campaign.Identity.Posts;

namespace Campaign.Identity.Clients;

/// <summary>Shows an integrator's client with its posts, never its secret.</summary>
public sealed class IntegratorViews(CurrentPosts posts, AccountScope scope, Caller caller)
{
    public async Task<IntegratorView> ShowAsync(Integrator integrator, CancellationToken cancellationToken) =>
        View(integrator, await posts.GrantsAsync(integrator.ClientId, cancellationToken));

    /// <param name="grants">Those of the client that have not ended.</param>
    public IntegratorView View(Integrator integrator, IReadOnlyList<Grant> grants) =>
        new(
            integrator.ClientId,
            integrator.Name,
            integrator.UnitPath,
            integrator.DisabledAt is not null,
            integrator.CreatedAt,
            integrator.SecretRenewedAt,
            [.. grants.Select(Granting.View)]
        )
        {
            May = SubjectActions.OfIntegrators.May(caller, scope.Subject(integrator, grants)),
        };
}
