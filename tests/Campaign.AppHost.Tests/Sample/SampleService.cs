namespace Campaign.AppHost.Sample;

/// <summary>
/// A service that does as its environment says: `Sample__Delay` (seconds until it is healthy), `Sample__StopDelay` (seconds that it takes to stop),
/// `Sample__Folder` (a file `{name}.sick` there makes it unhealthy; it notes its start and end in `events`).
/// </summary>
internal static class SampleService
{
    public static void Run()
    {
        var builder = WebApplication.CreateSlimBuilder();
        var settings = builder.Configuration.GetSection("Sample");
        var folder = settings["Folder"] ?? Path.GetTempPath();
        var name = builder.Configuration["OTEL_SERVICE_NAME"];
        var healthyFrom = DateTime.UtcNow.AddSeconds(settings.GetValue("Delay", 0.0));

        var app = builder.Build();
        app.MapGet("/health", () => DateTime.UtcNow >= healthyFrom && !File.Exists(Path.Combine(folder, $"{name}.sick"))
            ? Results.Text("Healthy")
            : Results.StatusCode(StatusCodes.Status503ServiceUnavailable));
        app.MapGet("/environment", () => Environment.GetEnvironmentVariables());
        app.Lifetime.ApplicationStarted.Register(() => Note("started"));
        app.Lifetime.ApplicationStopping.Register(() =>
        {
            Note("stopping");
            Thread.Sleep(TimeSpan.FromSeconds(settings.GetValue("StopDelay", 0.0)));
        });
        app.Run();
        Note("stopped");

        void Note(string what) => File.AppendAllText(Path.Combine(folder, "events"), $"{name} {what}\n");
    }
}
