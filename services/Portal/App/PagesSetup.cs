using Campaign.Hosting.Problems;
using Campaign.Hosting.Telemetry;
using Campaign.Portal.OfflineRoster;
using Campaign.Portal.Sessions;
using Campaign.Portal.Shared;
using MudBlazor;
using MudBlazor.Services;

namespace Campaign.Portal.App;

/// <summary>The web application's own services, middleware and endpoints.</summary>
public static class PagesSetup
{
    public static WebApplicationBuilder AddPages(this WebApplicationBuilder builder)
    {
        // started from its build output, whatever the environment is called, as well as published
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddLocalization();
        builder.Services.AddTransient<MudLocalizer, ComponentTexts>();
        builder.Services.AddMudServices(services =>
        {
            services.SnackbarConfiguration.PositionClass = MudBlazor.Defaults.Classes.Position.BottomCenter;
            services.SnackbarConfiguration.VisibleStateDuration = 6000;
        });
        builder.Services.AddScoped<Words>();
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = ProblemExtensions.NameTrace);
        builder.Services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "campaign-form";
            options.Cookie.SecurePolicy = SignIn.PublicOrigin.From(builder.Configuration).CookiePolicy;
        });
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        return builder;
    }

    public static void UsePages(this WebApplication app)
    {
        app.Use(SecurityHeaders.AddAsync);
        app.UseWhen(context => !IsProxied(context.Request.Path), pages => pages.UseExceptionHandler("/error", createScopeForErrors: true));
        // a refused form keeps its status: running it again as a page would read the form that was just refused
        app.UseWhen(
            context => !IsProxied(context.Request.Path) && HttpMethods.IsGet(context.Request.Method),
            pages => pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true)
        );
        app.UseWhen(context => IsProxied(context.Request.Path), api => api.UseExceptionHandler());
        app.UseRequestLocalization(Appearance.Localization);
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<DistrictScope>();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapAppearance();
        app.MapScanLink();
        app.MapOfflineRoster();
        // SecurityHeaders writes the whole policy
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(server => server.ContentSecurityFrameAncestorsPolicy = null);
    }

    private static bool IsProxied(PathString path) =>
        path.StartsWithSegments("/api")
        || path.StartsWithSegments("/connect")
        || path.StartsWithSegments("/account")
        || path.StartsWithSegments("/.well-known");
}
