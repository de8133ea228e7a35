using Campaign.Identity.Accounts;
using Campaign.Identity.Clients;
using Campaign.Identity.Keys;
using Campaign.Identity.Posts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Campaign.Identity;

/// <summary>Settings, keys and what is made at the start.</summary>
internal static class IdentitySetup
{
    public static void AddIdentityBasics(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<IdentitySettings>().BindConfiguration("Identity").ValidateDataAnnotations().ValidateOnStart();
        services.AddDataProtection().SetApplicationName("Campaign.Identity");
        services.AddOptions<KeyManagementOptions>()
            .Configure<IServiceScopeFactory>((options, scopes) => options.XmlRepository = new DatabaseXmlRepository(scopes));
        services.AddSingleton<SigningKeyRing>();
        services.AddScoped<SigningKeys>();
        services.AddScoped<ConfiguredClients>();
        services.AddScoped<FirstOperator>();
        services.AddScoped<CurrentPosts>();
        services.AddSingleton<LocalDay>();
        services.AddSingleton(TimeProvider.System);
        services.AddHostedService<Bootstrap>();
    }
}
