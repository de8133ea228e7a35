using Aspire.Hosting.Lifecycle;
using Campaign.LocalServers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Campaign.AppHost;

/// <summary>How the model is carried out on this machine: one data folder, watched, started again, stopped in order.</summary>
internal static class LocalRun
{
    /// <exception cref="ServerException">another host works on the data folder, or its disk is full</exception>
    public static void RunOnThisMachine(this IDistributedApplicationBuilder builder)
    {
        if (builder.ExecutionContext.IsPublishMode)
        {
            return;
        }

        FailInOneSentence();
        WithholdSecrets();
        var data = builder.Data();
        var held = data.Take();
        Leftovers.EndAsync(data.RunFolder).GetAwaiter().GetResult();
        ServerFolder.RemoveForgotten();
        _ = builder.PortalPort(); // what would be refused is refused before anything is removed
        if (builder.Configuration.GetValue("reset", false))
        {
            Servers.RemoveVolumes(builder, data);
            data.Clear();
        }

        builder.Services.AddSingleton(_ => held); // given back when the host is disposed of, which is last
        builder.Services.AddSingleton(data);
        builder.Services.AddSingleton<Board>();
        builder.Services.AddSingleton<ConsoleView>();
        builder.Services.AddSingleton<Failing>();
        builder.Services.TryAddEventingSubscriber<RestartSubscriber>();
        builder.Services.TryAddEventingSubscriber<PoliteStop>();
        // before the orchestrator's, whose start returns when everything has been started
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IHostedService, BoardWatch>());
        builder.Services.Insert(1, ServiceDescriptor.Singleton<IHostedService, LogFiles>());
        builder.Services.AddHostedService<OrchestratorWatch>();
        builder.Services.AddHostedService<OrderlyStop>();
        builder.Services.TryAddSingleton(TimeProvider.System);
        // also when nobody is there any more to clean up
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(9));
        builder.UseDashboard();
        builder.Configuration["Logging:LogLevel:Default"] ??= "Warning"; // the table says what a person wants to know
        builder.Configuration["Logging:LogLevel:Microsoft.Extensions.Diagnostics.HealthChecks"] ??= "None"; // so does it of health
        builder.Configuration["Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host"] ??= "None"; // of a start that was stopped
        builder.Configuration["Logging:LogLevel:Aspire.Hosting.Dashboard"] ??= "None"; // whose readers come and go
    }

    /// <summary>
    /// The folder that everything of this system is in; by default beside the host's, so that every way to start this clone finds the same
    /// data.
    /// </summary>
    public static DataFolder Data(this IDistributedApplicationBuilder builder) =>
        new(builder.Configuration["data"] ?? Path.Combine(builder.AppHostDirectory, "..", ".campaign"));

    public static ParameterStore Parameters(this IDistributedApplicationBuilder builder) => new(builder.Data().ParametersFile);

    // what the host inherits, all that it starts inherits: what a shell keeps for the demo and for parameters is none of a service's
    // business
    private static void WithholdSecrets()
    {
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(IsSecret).ToList())
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }

    private static bool IsSecret(string variable) =>
        variable.StartsWith("Parameters__", StringComparison.OrdinalIgnoreCase)
        || (
            variable.StartsWith("CAMPAIGN_", StringComparison.Ordinal)
            && (variable.EndsWith("_PASSWORD", StringComparison.Ordinal) || variable.EndsWith("_SECRET", StringComparison.Ordinal))
        );

    // what a person can mend is said to them in its one sentence, without the way it took through the code
    private static void FailInOneSentence() =>
        AppDomain.CurrentDomain.UnhandledException += (_, unhandled) =>
        {
            if (unhandled.ExceptionObject is ServerException failure)
            {
                Console.Error.WriteLine(failure.Message);
                Environment.Exit(1);
            }
        };
}
