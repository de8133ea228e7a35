using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Campaign.Identity;

/// <summary>
/// Requests come through the gateway, which says in X-Forwarded-* headers for whom and under which origin. They are
/// believed from loopback and from the networks in <c>Identity:TrustedNetworks</c> (CIDR) only.
/// </summary>
internal static class PublicOrigin
{
    public static void UsePublicOrigin(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<IOptions<IdentitySettings>>().Value;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            AllowedHosts = { settings.PublicOrigin.Host },
        };
        foreach (var network in settings.TrustedNetworks)
        {
            options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        }

        app.UseForwardedHeaders(options);
    }
}
