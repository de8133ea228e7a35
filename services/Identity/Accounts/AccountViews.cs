using Campaign.Api.Identity;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Identity.Posts;

namespace Campaign.Identity.Accounts;

/// <summary>Shows an account with its posts, and its version as the ETag.</summary>
public sealed class AccountViews(CurrentPosts posts, AccountAccess access, Caller caller)
{
    public async Task<AccountView> ShowAsync(Account account, HttpResponse response, CancellationToken cancellationToken)
    {
        Etags.Set(response, account.Version);
        var grants = await posts.GrantsAsync(account.Id.ToString(), cancellationToken);
        return new(
            account.Id,
            account.UserName!,
            account.Name,
            account.UnitPath,
            account.MemberId,
            account.Email,
            account.DisabledAt is not null,
            account.CreatedAt,
            [.. grants.Select(Granting.View)],
            await posts.OfAsync(account, cancellationToken),
            account.Version
        )
        {
            May = SubjectActions.OfAccounts.May(caller, await access.SubjectAsync(account, cancellationToken)),
        };
    }
}
