using Campaign.Defaults.Data;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Campaign.Identity.Keys;

/// <summary>Data protection and signing keys, both in the database, so that replicas share them and restarts keep them.</summary>
internal static class KeySetup
{
    /// <summary>Call it last: whatever uses data protection registers it again.</summary>
    public static void AddKeys(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<IdentitySettings>().BindConfiguration("Identity").ValidateDataAnnotations().ValidateOnStart();
        services.AddDataProtection().SetApplicationName("Campaign.Identity");
        services.AddOptions<KeyManagementOptions>()
            .Configure<IServiceScopeFactory>((options, scopes) => options.XmlRepository = new DatabaseKeys<IdentityDb>(scopes));
        ReadDataProtectionKeysWhenNeeded(services);
        services.AddSingleton<SigningKeyRing>();
        services.AddScoped<SigningKeys>();
        services.AddHostedService<KeyUpkeep>();
        services.AddHealthChecks().AddCheck<SigningKeyHealth>("signing-keys", tags: ["ready"]);

        // this service's own API takes the same tokens as every other service's, without asking itself over HTTP
        services.AddSingleton<OwnConfiguration>();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<OwnConfiguration>((bearer, own) => bearer.ConfigurationManager = own);
    }

    /// <summary>The framework reads the keys while the host starts, when the database may not have its tables yet.</summary>
    private static void ReadDataProtectionKeysWhenNeeded(IServiceCollection services)
    {
        foreach (var eager in services.Where(service => service.ImplementationType?.Name == "DataProtectionHostedService").ToList())
        {
            services.Remove(eager);
        }
    }
}
