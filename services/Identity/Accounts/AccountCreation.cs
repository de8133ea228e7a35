using Campaign.Api.Identity;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Identity.Posts;
using Campaign.ServiceDefaults.Audit;
using Microsoft.AspNetCore.Identity;

namespace Campaign.Identity.Accounts;

/// <summary>Creates accounts, one or many, each with its first posts.</summary>
public sealed class AccountCreation(
    UserManager<Account> accounts,
    AccountAccess access,
    Granting granting,
    Caller caller,
    IAudit audit,
    TimeProvider time
)
{
    public const int MaxBatch = 100;

    /// <exception cref="Problem"><c>user-name-taken</c>, <c>not-found</c> (the member), <c>outside-your-units</c>,
    /// <c>invalid-request</c>.</exception>
    public async Task<Account> CreateAsync(CreateAccount request, CancellationToken cancellationToken)
    {
        var account = await DescribeAsync(request, cancellationToken);
        Problem.Unless(request.Posts is null or { Count: <= 50 }, "'posts' may have at most 50 entries.");
        foreach (var post in request.Posts ?? [])
        {
            granting.Grant(account.Id.ToString(), post);
        }

        if (await accounts.FindByNameAsync(account.UserName!) is not null)
        {
            throw Problem.Conflict("user-name-taken", "This user name is taken. Choose another one.");
        }

        audit.Record("created", nameof(Account), account.Id.ToString(), new { account.UnitPath, account.MemberId });
        Passwords.ThrowUnless(await accounts.CreateAsync(account, request.Password ?? ""));
        return account;
    }

    /// <summary>Creates the accounts whose user names do not exist yet, and leaves the others as they are.</summary>
    public async Task<IReadOnlyList<CreatedAccount>> CreateMissingAsync(CreateAccounts request, CancellationToken cancellationToken)
    {
        Problem.Unless(request.Accounts is { Count: >= 1 and <= MaxBatch }, $"'accounts' must have 1 to {MaxBatch} entries.");
        var results = new List<CreatedAccount>();
        foreach (var wanted in request.Accounts!)
        {
            var existing = await accounts.FindByNameAsync(AccountRules.UserName(wanted.UserName));
            if (existing is not null)
            {
                caller.Demand(existing.UnitPath);
            }

            var account = existing ?? await CreateAsync(wanted, cancellationToken);
            results.Add(new(account.UserName!, account.Id, Created: existing is null));
        }

        return results;
    }

    private async Task<Account> DescribeAsync(CreateAccount request, CancellationToken cancellationToken)
    {
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = AccountRules.UserName(request.UserName),
            Name = Problem.Text(request.Name, "name", 200),
            UnitPath = AccountRules.UnitPath(request.UnitPath),
            Email = AccountRules.Email(request.Email),
            EmailConfirmed = request.Email is not null,
            CreatedAt = time.GetUtcNow(),
        };
        SubjectActions.CreateAccount.Demand(caller, account.UnitPath);
        await access.DemandLinkAsync(account, request.MemberId, cancellationToken);
        account.MemberId = request.MemberId;
        return account;
    }
}
