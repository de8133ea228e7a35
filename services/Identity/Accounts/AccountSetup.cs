using Campaign.Identity.Clients;
using Campaign.Identity.Posts;

namespace Campaign.Identity.Accounts;

/// <summary>What the operators' API needs.</summary>
internal static class AccountSetup
{
    public static void AddAccounts(this WebApplicationBuilder builder) =>
        builder
            .Services.AddScoped<CurrentPosts>()
            .AddScoped<Granting>()
            .AddScoped<MailRecipients>()
            .AddScoped<AccountAccess>()
            .AddScoped<AccountCreation>()
            .AddScoped<AccountUpdate>()
            .AddScoped<AccountActions>()
            .AddScoped<AccountViews>()
            .AddScoped<Passwords>()
            .AddScoped<FirstOperator>()
            .AddScoped<ConfiguredClients>()
            .AddScoped<Integrators>()
            .AddScoped<IntegratorActions>()
            .AddScoped<IntegratorViews>();
}
