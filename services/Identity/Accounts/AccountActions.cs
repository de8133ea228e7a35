using Campaign.Api.Identity;
using Campaign.Api.Problems;
using Campaign.Hosting.Problems;
using Campaign.Identity.Posts;
using Campaign.ServiceDefaults.Audit;
using Campaign.ServiceDefaults.Idempotency;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Campaign.Identity.Accounts;

/// <summary>What is done to one account: disable, enable, set its password, grant and revoke a post.</summary>
internal sealed class AccountActions(
    IdentityDb db,
    UserManager<Account> accounts,
    AccountScope scope,
    Passwords passwords,
    AccountViews views,
    Granting granting,
    IAudit audit,
    TimeProvider time
)
{
    public static void Map(RouteGroupBuilder group)
    {
        group
            .MapPost(
                "/accounts/{id:guid}/disable",
                (Guid id, AccountActions actions, HttpResponse response, CancellationToken cancellationToken) =>
                    actions.SetDisabledAsync(id, true, response, cancellationToken)
            )
            .Refuses(IdentityProblems.OwnAccount, SharedProblems.DoneAlready, SharedProblems.VersionChanged);
        group
            .MapPost(
                "/accounts/{id:guid}/enable",
                (Guid id, AccountActions actions, HttpResponse response, CancellationToken cancellationToken) =>
                    actions.SetDisabledAsync(id, false, response, cancellationToken)
            )
            .Refuses(SharedProblems.DoneAlready, SharedProblems.VersionChanged);
        group
            .MapPost(
                "/accounts/{id:guid}/password",
                (Guid id, SetPassword request, AccountActions actions, HttpResponse response, CancellationToken cancellationToken) =>
                    actions.SetPasswordAsync(id, request, response, cancellationToken)
            )
            .NaturallyIdempotent()
            .Refuses(SharedProblems.VersionChanged);
        group
            .MapPost(
                "/accounts/{id:guid}/posts",
                (Guid id, GrantPost post, AccountActions actions, HttpResponse response, CancellationToken cancellationToken) =>
                    actions.GrantAsync(id, post, response, cancellationToken)
            )
            .Refuses(SharedProblems.VersionChanged);
        group
            .MapPost(
                "/accounts/{id:guid}/posts/{post:guid}/revoke",
                (Guid id, Guid post, AccountActions actions, HttpResponse response, CancellationToken cancellationToken) =>
                    actions.RevokeAsync(id, post, response, cancellationToken)
            )
            .Refuses(IdentityProblems.OwnAccount, SharedProblems.VersionChanged);
    }

    /// <summary>A disabled account cannot sign in nor refresh; access tokens that are out live on for at most 15 minutes.</summary>
    private async Task<Ok<AccountView>> SetDisabledAsync(Guid id, bool disabled, HttpResponse response, CancellationToken cancellationToken)
    {
        var account = await scope.DemandAsync(id, disabled ? SubjectActions.Disable : SubjectActions.Enable, cancellationToken);
        account.DisabledAt = disabled ? time.GetUtcNow() : null;
        account.Version++;
        audit.Record(disabled ? "disabled" : "enabled", nameof(Account), id.ToString());
        Passwords.ThrowUnless(await accounts.UpdateSecurityStampAsync(account));
        return TypedResults.Ok(await views.ShowAsync(account, response, cancellationToken));
    }

    private async Task<Ok<AccountView>> SetPasswordAsync(
        Guid id,
        SetPassword request,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        var account = await scope.DemandAsync(id, SubjectActions.SetPassword, cancellationToken);
        audit.Record("password-set", nameof(Account), id.ToString());
        await passwords.SetAsync(account, request.Password);
        return TypedResults.Ok(await views.ShowAsync(account, response, cancellationToken));
    }

    private async Task<Ok<AccountView>> GrantAsync(Guid id, GrantPost post, HttpResponse response, CancellationToken cancellationToken)
    {
        var account = await scope.DemandAsync(id, SubjectActions.Grant, cancellationToken);
        granting.Grant(id.ToString(), post);
        account.Version++;
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(await views.ShowAsync(account, response, cancellationToken));
    }

    private async Task<Ok<AccountView>> RevokeAsync(Guid id, Guid post, HttpResponse response, CancellationToken cancellationToken)
    {
        var account = await scope.DemandAsync(id, SubjectActions.Revoke, cancellationToken);
        if (await granting.RevokeAsync(id.ToString(), post, cancellationToken))
        {
            account.Version++;
            await db.SaveChangesAsync(cancellationToken);
        }

        return TypedResults.Ok(await views.ShowAsync(account, response, cancellationToken));
    }
}
