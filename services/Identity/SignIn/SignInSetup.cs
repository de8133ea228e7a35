using Campaign.Identity.Accounts;
using Campaign.Identity.Keys;
using Microsoft.AspNetCore.Authentication;
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
        services
            .AddOptions<IdentityOptions>()
            .Configure<IOptions<SignInLimits>>(
                (identity, limits) =>
                {
                    identity.Lockout.MaxFailedAccessAttempts = limits.Value.FailuresPerAccount;
                    identity.Lockout.DefaultLockoutTimeSpan = limits.Value.Lockout;
                }
            );
        var authentication = services.AddAuthentication();
        authentication.AddIdentityCookies(cookies =>
            cookies.ApplicationCookie!.Configure(cookie =>
            {
                cookie.Cookie.Name = "campaign.identity";
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.ExpireTimeSpan = TimeSpan.FromHours(8);
                cookie.LoginPath = "/account/sign-in";
            })
        );
        AddExternal(authentication, builder.Configuration.GetSection("Identity:External").Get<ExternalProvider>() ?? new());
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "campaign.identity.form");
        services.AddLocalization();
        services.AddRazorComponents();
        services.Configure<FormOptions>(form => form.BufferBodyLengthLimit = 64 * 1024);
        services.AddSingleton<FailedAttempts>();
        services.AddScoped<SignInAudit>();
        services.AddScoped<PasswordSignIn>();
        services.AddScoped<PasswordChange>();
        services.AddScoped<ExternalSignIn>();
    }

    /// <summary>What must run before the common middleware: who asks under which origin, in which language; and the style sheet.</summary>
    public static void UsePages(this WebApplication app)
    {
        app.UsePublicOrigin();
        app.UseMiddleware<NotReadyGate>();
        app.UseRequestLocalization(Language.Options);
        app.UseStaticFiles();
    }

    private static void AddExternal(AuthenticationBuilder authentication, ExternalProvider provider)
    {
        if (!provider.IsConfigured)
        {
            return;
        }

        authentication.AddOpenIdConnect(ExternalSignIn.Scheme, provider.Name, oidc =>
        {
            oidc.Authority = provider.Authority;
            oidc.RequireHttpsMetadata = !new Uri(provider.Authority!).IsLoopback;
            oidc.ClientId = provider.ClientId;
            oidc.ClientSecret = provider.ClientSecret;
            oidc.SignInScheme = IdentityConstants.ExternalScheme;
            oidc.CallbackPath = "/account/external/callback";
            oidc.ResponseType = "code";
            oidc.ResponseMode = "query"; // a cross-site POST would come without the Lax cookies
            oidc.CorrelationCookie.SameSite = oidc.NonceCookie.SameSite = SameSiteMode.Lax;
            oidc.CorrelationCookie.SecurePolicy = oidc.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            oidc.MapInboundClaims = false;
            oidc.GetClaimsFromUserInfoEndpoint = true;
            oidc.Scope.Add("email");
            oidc.ClaimActions.MapUniqueJsonKey("email", "email");
            oidc.ClaimActions.MapUniqueJsonKey("email_verified", "email_verified");
            oidc.BackchannelTimeout = TimeSpan.FromSeconds(10);
        });
    }

    private static void Configure(IdentityOptions identity)
    {
        identity.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyz0123456789.-_";
        // length protects; rules about kinds of characters only make people write passwords down
        identity.Password.RequiredLength = Passwords.MinLength;
        identity.Password.RequireDigit = identity.Password.RequireLowercase = false;
        identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
        identity.Password.RequiredUniqueChars = Passwords.DifferentCharacters;
    }
}
