using Campaign.Contracts;
using Campaign.Identity.Posts;
using Campaign.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Campaign.Identity.Accounts;

/// <summary>Creates the account <c>operator</c> when there is no account at all: somebody must be able to create the others.</summary>
public sealed class FirstOperator(
    IdentityDb db,
    UserManager<Account> accounts,
    IConfiguration configuration,
    IOptions<IdentitySettings> settings,
    TimeProvider time
)
{
    public const string UserName = "operator";

    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        var password = configuration["Operator:Password"];
        if (string.IsNullOrEmpty(password) || await db.Accounts.AnyAsync(cancellationToken))
        {
            return;
        }

        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = UserName,
            Name = "Operator",
            UnitPath = settings.Value.RootUnit,
            CreatedAt = time.GetUtcNow(),
        };
        db.Grants.Add(
            new Grant
            {
                Subject = account.Id.ToString(),
                Role = Roles.Operator,
                UnitPath = settings.Value.RootUnit,
                ValidFrom = time.Today(),
            }
        );
        var result = await accounts.CreateAsync(account, password);
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(
                "Operator__Password is not accepted: " + string.Join(' ', result.Errors.Select(error => error.Description))
            );
        }
    }
}
