using Campaign.Api.Identity;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.ServiceDefaults.Audit;
using Microsoft.AspNetCore.Identity;

namespace Campaign.Identity.Accounts;

/// <summary>Changes an account's name, unit, e-mail or the member it belongs to.</summary>
public sealed class AccountUpdate(UserManager<Account> accounts, AccountAccess access, Caller caller, IAudit audit)
{
    /// <exception cref="Problem"><c>not-found</c>, <c>outside-your-units</c>, <c>version-changed</c>, <c>invalid-request</c>.</exception>
    public async Task<Account> ApplyAsync(Guid id, UpdateAccount change, HttpRequest request, CancellationToken cancellationToken)
    {
        var account = await access.DemandAsync(id, SubjectActions.Update, cancellationToken);
        Etags.Demand(request, account.Version);
        var unitPath = AccountRules.UnitPath(change.UnitPath);
        caller.Demand(unitPath);
        await access.DemandLinkAsync(account, change.MemberId, cancellationToken);

        account.Name = Problem.Text(change.Name, "name", 200);
        account.UnitPath = unitPath;
        account.MemberId = change.MemberId;
        account.Email = AccountRules.Email(change.Email);
        account.EmailConfirmed = account.Email is not null;
        account.Version++;
        audit.Record("updated", nameof(Account), id.ToString(), new { account.UnitPath, account.MemberId });
        Passwords.ThrowUnless(await accounts.UpdateAsync(account));
        return account;
    }
}
