using Campaign.Api.Identity;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Identity.Clients;
using Campaign.Identity.Posts;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Identity.Accounts;

/// <summary>Which accounts and clients an operator may change, and which member an account may be linked with.</summary>
public sealed class AccountScope(IdentityDb db, Caller caller, CurrentPosts posts)
{
    /// <exception cref="Problem"><c>not-found</c>, or what the rule refuses.</exception>
    internal async Task<Account> DemandAsync(Guid id, ActionRule<Subject> rule, CancellationToken cancellationToken)
    {
        var account = await db.Accounts.FirstOrDefaultAsync(account => account.Id == id, cancellationToken)
            ?? throw Problem.NotFound("account");
        rule.Demand(caller, await SubjectAsync(account, cancellationToken));
        return account;
    }

    internal async Task<Subject> SubjectAsync(Account account, CancellationToken cancellationToken) =>
        new(
            account.UnitPath,
            await posts.PathsAsync(account.Id.ToString(), account.MemberId, cancellationToken),
            account.DisabledAt is not null,
            account.Id == caller.AccountId
        );

    internal async Task<Subject> SubjectAsync(Integrator integrator, CancellationToken cancellationToken) =>
        Subject(integrator, await posts.GrantsAsync(integrator.ClientId, cancellationToken));

    /// <param name="grants">Those of the client that have not ended: it has no member, so no other posts.</param>
    internal Subject Subject(Integrator integrator, IReadOnlyList<Grant> grants) =>
        new(
            integrator.UnitPath,
            [.. grants.Select(grant => grant.UnitPath).Distinct()],
            integrator.DisabledAt is not null,
            integrator.ClientId == caller.Subject
        );

    /// <summary>
    /// Linking an account with a member gives it the member's posts, so the caller must cover those too. Of a member whom
    /// Identity has not heard of nobody can say that.
    /// </summary>
    /// <exception cref="Problem"><c>not-found</c>, <c>member-has-account</c>, or <c>outside-your-units</c>.</exception>
    public async Task DemandLinkAsync(Account account, Guid? memberId, CancellationToken cancellationToken)
    {
        if (
            memberId is not null
            && memberId != account.MemberId
            && !await db.Members.AnyAsync(member => member.Id == memberId, cancellationToken)
        )
        {
            throw Problem.NotFound("member");
        }

        if (
            memberId is not null
            && await db.Accounts.AnyAsync(other => other.MemberId == memberId && other.Id != account.Id, cancellationToken)
        )
        {
            throw new Problem(IdentityProblems.MemberHasAccount);
        }

        await DemandPostsOfAsync(account.Id.ToString(), memberId, cancellationToken);
    }

    /// <exception cref="Problem"><c>outside-your-units</c>.</exception>
    public async Task DemandPostsOfAsync(string subject, Guid? memberId, CancellationToken cancellationToken)
    {
        foreach (var path in await posts.PathsAsync(subject, memberId, cancellationToken))
        {
            caller.Demand(path);
        }
    }
}
