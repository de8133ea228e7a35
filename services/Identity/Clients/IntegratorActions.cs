using Campaign.Api.Identity;
using Campaign.Api.Problems;
using Campaign.Hosting.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Campaign.Identity.Clients;

/// <summary>What is done to one client: disable, enable, grant and revoke a post.</summary>
internal sealed class IntegratorActions(Integrators integrators, IntegratorViews views)
{
    public static void Map(RouteGroupBuilder group)
    {
        group
            .MapPost("/{clientId}/disable", (string clientId, IntegratorActions actions, CancellationToken cancellationToken) =>
                actions.SetDisabledAsync(clientId, true, cancellationToken)
            )
            .Refuses(IdentityProblems.OwnAccount, SharedProblems.DoneAlready);
        group
            .MapPost("/{clientId}/enable", (string clientId, IntegratorActions actions, CancellationToken cancellationToken) =>
                actions.SetDisabledAsync(clientId, false, cancellationToken)
            )
            .Refuses(SharedProblems.DoneAlready);
        group.MapPost(
            "/{clientId}/posts",
            (string clientId, GrantPost post, IntegratorActions actions, CancellationToken cancellationToken) =>
                actions.GrantAsync(clientId, post, cancellationToken)
        );
        group
            .MapPost(
                "/{clientId}/posts/{post:guid}/revoke",
                (string clientId, Guid post, IntegratorActions actions, CancellationToken cancellationToken) =>
                    actions.RevokeAsync(clientId, post, cancellationToken)
            )
            .Refuses(IdentityProblems.OwnAccount);
    }

    private async Task<Ok<IntegratorView>> SetDisabledAsync(string clientId, bool disabled, CancellationToken cancellationToken) =>
        TypedResults.Ok(
            await views.ShowAsync(await integrators.SetDisabledAsync(clientId, disabled, cancellationToken), cancellationToken)
        );

    private async Task<Ok<IntegratorView>> GrantAsync(string clientId, GrantPost post, CancellationToken cancellationToken) =>
        TypedResults.Ok(await views.ShowAsync(await integrators.GrantAsync(clientId, post, cancellationToken), cancellationToken));

    private async Task<Ok<IntegratorView>> RevokeAsync(string clientId, Guid post, CancellationToken cancellationToken) =>
        TypedResults.Ok(await views.ShowAsync(await integrators.RevokeAsync(clientId, post, cancellationToken), cancellationToken));
}
