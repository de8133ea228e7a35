using Microsoft.Extensions.Configuration;

namespace Campaign.AppHost;

/// <summary>What a start may say: <c>--data DIR --port N --reset --no-dashboard</c>, and any setting as <c>--Name:Part=value</c>.</summary>
internal static class StartOptions
{
    private static readonly string[] Switches = ["--reset", "--no-dashboard"];

    public static DistributedApplicationOptions Of(string[] args)
    {
        string[] settings =
        [
            .. args.Select(arg =>
                Switches.Contains(arg) ? arg + "=true"
                : arg == "--port" || arg.StartsWith("--port=", StringComparison.Ordinal) ? "--Portal:Port" + arg["--port".Length..]
                : arg
            ),
        ];
        return new DistributedApplicationOptions
        {
            Args = settings,
            AllowUnsecuredTransport = true, // everything listens on this machine's loopback
            DashboardApplicationName = "Campaign",
            DisableDashboard = new ConfigurationBuilder().AddCommandLine(settings).Build().GetValue("no-dashboard", false),
        };
    }
}
