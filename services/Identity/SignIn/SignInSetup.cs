using Campaign.Identity.Accounts;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Campaign.Identity.SignIn;

/// <summary>ASP.NET Core Identity, its cookies and what the pages need.</summary>
internal static class SignInSetup
{
    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<SignInLimits>().BindConfiguration("Identity:SignIn");
        services.AddIdentityCore<Account>(Configure).AddSignInManager().AddEntityFrameworkStores<IdentityDb>();
        services.AddOptions<IdentityOptions>().Configure<IOptions<SignInLimits>>((identity, limits) =>
        {
            identity.Lockout.MaxFailedAccessAttempts = limits.Value.FailuresPerAccount;
            identity.Lockout.DefaultLockoutTimeSpan = limits.Value.Lockout;
        });
        services.AddAuthentication().AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(cookie =>
        {
            cookie.Cookie.Name = "campaign.identity";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(8);
            cookie.LoginPath = "/account/sign-in";
        }));
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "campaign.identity.form");
        services.AddLocalization();
        services.AddRazorComponents();
        services.Configure<FormOptions>(form => form.BufferBodyLengthLimit = 64 * 1024);
        services.AddSingleton<FailedAttempts>();
        services.AddScoped<SignInAudit>();
        services.AddScoped<PasswordSignIn>();
    }

    private static void Configure(IdentityOptions identity)
    {
        identity.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyz0123456789.-_";
        // length protects; rules about kinds of characters only make people write passwords down
        identity.Password.RequiredLength = 10;
        identity.Password.RequireDigit = identity.Password.RequireLowercase = false;
        identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
        identity.Password.RequiredUniqueChars = 4;
    }
}
