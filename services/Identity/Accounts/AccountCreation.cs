using Campaign.Api.Identity;
using Campaign.Api.Problems;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Identity.Posts;
using Campaign.ServiceDefaults.Audit;
using Microsoft.AspNetCore.Identity;

namespace Campaign.Identity.Accounts;

/// <summary>Creates accounts, one or many, each with its first posts.</summary>
public sealed class AccountCreation(
    UserManager<Account> accounts,
    AccountScope scope,
    Granting granting,
    Caller caller,
    IAudit audit,
    TimeProvider time
)
{
    public const int MaxBatch = 100;

    /// <exception cref="Problem"><c>user-name-taken</c>, <c>not-found</c> (the member), <c>outside-your-units</c>,
    /// <c>invalid-request</c>.</exception>
    /// <param name="within">Path of the account in the request, with its dot; empty: the request itself.</param>
    public async Task<Account> CreateAsync(CreateAccount request, CancellationToken cancellationToken, string within = "")
    {
        var account = await DescribeAsync(request, within, cancellationToken);
        var posts = request.Posts ?? [];
        Problem.Unless(posts.Count <= Granting.MaxPosts, $"{within}posts", FieldCodes.Count, ("min", 0), ("max", Granting.MaxPosts));
        foreach (var (index, post) in posts.Index())
        {
            granting.Grant(account.Id.ToString(), post, $"{within}posts[{index}].");
        }

        if (await accounts.FindByNameAsync(account.UserName!) is not null)
        {
            throw new Problem(IdentityProblems.UserNameTaken);
        }

        audit.Record("created", nameof(Account), account.Id.ToString(), new { account.UnitPath, account.MemberId });
        Passwords.ThrowUnless(await accounts.CreateAsync(account, request.Password ?? ""), request.Password, within);
        return account;
    }

    /// <summary>Creates the accounts whose user names do not exist yet, and leaves the others as they are.</summary>
    public async Task<IReadOnlyList<CreatedAccount>> CreateMissingAsync(CreateAccounts request, CancellationToken cancellationToken)
    {
        Problem.Unless(request.Accounts is { Count: >= 1 and <= MaxBatch }, "accounts", FieldCodes.Count, ("min", 1), ("max", MaxBatch));
        var results = new List<CreatedAccount>();
        foreach (var (index, wanted) in request.Accounts!.Index())
        {
            var within = $"accounts[{index}].";
            var existing = await accounts.FindByNameAsync(AccountRules.UserName(wanted.UserName, $"{within}userName"));
            if (existing is not null)
            {
                caller.Demand(existing.UnitPath);
            }

            var account = existing ?? await CreateAsync(wanted, cancellationToken, within);
            results.Add(new(account.UserName!, account.Id, Created: existing is null));
        }

        return results;
    }

    private async Task<Account> DescribeAsync(CreateAccount request, string within, CancellationToken cancellationToken)
    {
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = AccountRules.UserName(request.UserName, $"{within}userName"),
            Name = Problem.Text(request.Name, $"{within}name", 200),
            UnitPath = AccountRules.UnitPath(request.UnitPath, $"{within}unitPath"),
            Email = AccountRules.Email(request.Email, $"{within}email"),
            EmailConfirmed = request.Email is not null,
            CreatedAt = time.GetUtcNow(),
        };
        SubjectActions.CreateAccount.Demand(caller, account.UnitPath);
        await scope.DemandLinkAsync(account, request.MemberId, cancellationToken);
        account.MemberId = request.MemberId;
        return account;
    }
}
