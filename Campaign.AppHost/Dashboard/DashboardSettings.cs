using System.Globalization;
using Campaign.LocalServers;
using Microsoft.Extensions.Configuration;

namespace Campaign.AppHost;

/// <summary>
/// The dashboard on plain HTTP of this machine's loopback, nothing asked of the internet; what is configured otherwise wins.
/// </summary>
internal static class DashboardSettings
{
    private const string Frontend = "ASPNETCORE_URLS";
    private const string Token = "AppHost:BrowserToken"; // Aspire sets one where there is a dashboard
    private const string TokenName = "dashboard-token";

    public static void UseDashboard(this IDistributedApplicationBuilder builder)
    {
        var settings = new Dictionary<string, string>
        {
            ["ASPIRE_VERSION_CHECK_DISABLED"] = "true",
            ["ASPIRE_DASHBOARD_TELEMETRY_OPTOUT"] = "true",
            ["DcpPublisher:WaitForResourceCleanup"] = "true", // the host ends when all that it started has
        };
        if (builder.HasDashboard())
        {
            settings[Frontend] = Address(18888);
            settings["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = Address(18889);
            settings["ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"] = Address(18890);
            // the same between starts: a browser that once signed in stays so
            builder.Configuration[Token] = builder
                .Parameters()
                .GetOrAdd(TokenName, () => new GenerateParameterDefault { MinLength = 32, Special = false }.GetDefaultValue());
        }

        foreach (var (name, value) in settings)
        {
            builder.Configuration[name] ??= value;
        }
    }

    private static bool HasDashboard(this IDistributedApplicationBuilder builder) => builder.Configuration[Token] is not null;

    /// <summary>
    /// Whoever names a collector of their own (`OTEL_EXPORTER_OTLP_ENDPOINT`) gets the telemetry instead of the dashboard.
    /// </summary>
    public static bool ExportsToDashboard(this IDistributedApplicationBuilder builder) =>
        builder.HasDashboard() && builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is null or "";

    /// <summary>Where it is seen; null when there is none.</summary>
    public static string? AddressOf(IConfiguration configuration) =>
        configuration[Token] is null ? null : configuration[Frontend]!.Split(';')[0];

    /// <summary>The address that signs whoever opens it in.</summary>
    public static string? SignInAddressOf(IConfiguration configuration) =>
        AddressOf(configuration) is { } address ? $"{address}/login?t={configuration[Token]}" : null;

    // several systems may run on this machine
    private static string Address(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Ports.FreeOr(port)}");
}
