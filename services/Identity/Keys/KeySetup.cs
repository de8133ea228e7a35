using Campaign.Hosting.Database;
using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace Campaign.Identity.Keys;

/// <summary>Data protection and signing keys, both in the database, so that replicas share them and restarts keep them.</summary>
internal static class KeySetup
{
    /// <summary>Call it last, see <see cref="DatabaseKeys.AddDatabaseKeys"/>.</summary>
    public static void AddKeys(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<IdentitySettings>().BindConfiguration("Identity").ValidateDataAnnotations().ValidateOnStart();
        services.AddDatabaseKeys<IdentityDb>("Campaign.Identity");
        services.AddSingleton<SigningKeyRing>();
        services.AddScoped<SigningKeys>();
        services.AddHostedService<KeyUpkeep>();
        services.AddHealthChecks().AddCheck<SigningKeyHealth>("signing-keys", tags: ["ready"]);

        // this service's own API takes the same tokens as every other service's, without asking itself over HTTP
        services.AddSingleton<OwnConfiguration>();
        services
            .AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<OwnConfiguration>((bearer, own) => bearer.ConfigurationManager = own);
    }
}
