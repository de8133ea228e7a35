using Campaign.AppHost.Offline;
using Campaign.LocalServers;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

public interface IDistributedApplicationBuilder
{
    ConfigurationManager Configuration { get; }
    DistributedApplicationExecutionContext ExecutionContext { get; }
    DistributedApplication Build();
}

public class DistributedApplicationExecutionContext
{
    internal DistributedApplicationExecutionContext(bool isPublishMode) => IsPublishMode = isPublishMode;

    public bool IsPublishMode { get; }
    public bool IsRunMode => !IsPublishMode;
}

/// <summary>The whole system, run on this machine without containers.</summary>
public class DistributedApplication
{
    private readonly ApplicationBuilder builder;

    internal DistributedApplication(ApplicationBuilder builder) => this.builder = builder;

    /// <summary>Arguments: `--data DIR`, `--port N`, `--reset`, and any configuration key as `--Key:Sub=value`.</summary>
    public static IDistributedApplicationBuilder CreateBuilder(string[] args) => new ApplicationBuilder(args);

    /// <summary>Runs until Ctrl-C or SIGTERM. A failure is one sentence on standard error and exit code 1.</summary>
    public void Run()
    {
        try
        {
            Task.Run(() => RunAsync()).GetAwaiter().GetResult();
        }
        catch (Exception failure) when (failure is ServerException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(failure.Message);
            Environment.ExitCode = 1;
        }
    }

    /// <exception cref="ServerException">the system cannot start</exception>
    public virtual async Task RunAsync(CancellationToken cancellationToken = default)
    {
        if (builder.ExecutionContext.IsPublishMode)
        {
            throw new ServerException("Publishing needs Aspire itself: build with -p:AspireHosting=packages.");
        }

        await using var host = new Host(builder);
        await host.RunAsync(cancellationToken).ConfigureAwait(false);
    }
}
