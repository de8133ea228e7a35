using System.Diagnostics;
using System.Runtime.InteropServices;
using Campaign.LocalServers;

namespace Campaign.AppHost.Offline;

/// <summary>Runs the resources of a built application: starts in the order of their dependencies, stops in reverse.</summary>
internal sealed class Host(ApplicationBuilder builder) : IAsyncDisposable
{
    /// <summary>From Ctrl-C until force ends what still runs, 10 s promised; services get the first part of it, their servers the rest.</summary>
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(8.5);
    private static readonly TimeSpan ServiceStopTime = TimeSpan.FromSeconds(3);

    private readonly Board board = new();
    private readonly List<Supervisor> supervisors = [];
    private readonly CancellationTokenSource stopping = new();

    /// <summary>Runs until a signal or <paramref name="cancellationToken"/> stops it, or a resource cannot be started.</summary>
    /// <exception cref="ServerException">the system cannot start</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        using var taken = builder.Data.Take();
        await Leftovers.EndAsync(builder.Data.RunFolder).ConfigureAwait(false);
        if (builder.Reset)
        {
            builder.Data.Clear();
        }

        foreach (var parameter in builder.Resources.OfType<ParameterResource>())
        {
            _ = await parameter.GetValueAsync(cancellationToken).ConfigureAwait(false); // kept for whoever reads them with the data, used or not
        }

        var view = new ConsoleView(Console.Out, live: !Console.IsOutputRedirected);
        Prepare(view);
        using var stopped = cancellationToken.Register(stopping.Cancel);
        using var interrupt = Handle(PosixSignal.SIGINT);
        using var terminate = Handle(PosixSignal.SIGTERM);
        using var hangUp = Handle(PosixSignal.SIGHUP);

        var running = supervisors.Select(supervisor => supervisor.RunAsync(stopping.Token)).ToList();
        var ready = board.WhenHealthyAsync(null, stopping.Token).ContinueWith(
            _ => view.Ready(board.All, builder.Data, clock.Elapsed), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
        try
        {
            await await Task.WhenAny(running).ConfigureAwait(false); // a supervisor ends only by failing or being stopped
        }
        catch (OperationCanceledException)
        {
            // asked to stop
        }
        finally
        {
            await stopping.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(running.Select(task => task.ContinueWith(_ => { }, TaskScheduler.Default))).ConfigureAwait(false);
            await StopAsync().ConfigureAwait(false);
        }
    }

    public ValueTask DisposeAsync()
    {
        foreach (var workload in supervisors.Select(supervisor => supervisor.Workload).OfType<IDisposable>())
        {
            workload.Dispose();
        }

        stopping.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Prepare(ConsoleView view)
    {
        foreach (var resource in builder.Resources)
        {
            foreach (var workload in Workloads(resource))
            {
                supervisors.Add(new Supervisor(workload, board, TimeProvider.System));
                board.Add(new Status(workload.Name, resource.Name, workload.Kind)
                {
                    Url = workload.Url,
                    IsExternal = resource.Annotations.OfType<EndpointAnnotation>().Any(endpoint => endpoint.IsExternal),
                });
            }
        }

        var file = new EndpointsFile(builder.Data.EndpointsFile);
        board.Changed += (all, _) => file.Write(all);
        board.Changed += view.Show;
    }

    private IEnumerable<Workload> Workloads(IResource resource) => resource switch
    {
        PostgresServerResource postgres => [new PostgresWorkload(postgres, builder.Data)],
        RabbitMQServerResource rabbitMq => [new RabbitMqWorkload(rabbitMq, builder.Data)],
        ProjectResource project => Replicas(project),
        _ => [],
    };

    private IEnumerable<Workload> Replicas(ProjectResource project)
    {
        var count = project.Annotations.OfType<Replicas>().LastOrDefault()?.Count ?? 1;
        foreach (var endpoint in project.Annotations.OfType<EndpointAnnotation>())
        {
            endpoint.Allocate([.. Enumerable.Range(0, count).Select(_ => ServicePorts.Choose(endpoint.Port, project.Name, count))]);
        }

        return Enumerable.Range(0, count).Select(index => new ProjectWorkload(project, count == 1 ? project.Name : $"{project.Name}-{index}", index, builder.Data));
    }

    /// <summary>Dependents before what they depend on; all that do not wait for each other at once.</summary>
    private async Task StopAsync()
    {
        var clock = Stopwatch.StartNew();
        var stops = new Dictionary<string, Task>();
        Task Stop(Supervisor supervisor) => stops.TryGetValue(supervisor.Workload.Name, out var started) ? started : stops[supervisor.Workload.Name] = StopOne(supervisor);
        async Task StopOne(Supervisor supervisor)
        {
            await Task.WhenAll(supervisors.Where(other => other.Workload.Dependencies.Contains(supervisor.Workload.Resource)).Select(Stop)).ConfigureAwait(false);
            var limit = supervisor.Workload is ServerWorkload ? StopTime : ServiceStopTime;
            await supervisor.StopAsync(limit > clock.Elapsed ? limit - clock.Elapsed : TimeSpan.Zero).ConfigureAwait(false);
        }

        await Task.WhenAll(supervisors.Select(Stop)).ConfigureAwait(false);
    }

    private PosixSignalRegistration Handle(PosixSignal signal) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        stopping.Cancel();
    });
}
