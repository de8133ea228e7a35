using Campaign.Contracts;
using Campaign.Messaging.Inbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Campaign.Messaging;

/// <summary>Says what a service does about events.</summary>
public sealed class MessagingBuilder
{
    private readonly IServiceCollection _services;
    private readonly List<Projection> _projections = [];

    internal MessagingBuilder(IServiceCollection services, MessagingOptions options)
    {
        _services = services;
        Options = options;
    }

    /// <summary>Settings, already bound to the configuration section <c>Messaging</c>.</summary>
    public MessagingOptions Options { get; }

    internal IReadOnlyList<Projection> Projections => _projections;

    /// <summary>Adds a projection. Its name is stored with every event that it handled: do not rename it.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public MessagingBuilder Projection(string name, Action<ProjectionBuilder> configure)
    {
        if (_projections.Any(projection => projection.Name == name))
        {
            throw new ArgumentException($"There are two projections '{name}': a name stands for one set of handlers.", nameof(name));
        }

        var added = new Projection(name);
        configure(new ProjectionBuilder(added, _services));
        _projections.Add(added);
        return this;
    }
}

/// <summary>Says which handlers make up a projection.</summary>
public sealed class ProjectionBuilder
{
    private readonly Projection _projection;
    private readonly IServiceCollection _services;

    internal ProjectionBuilder(Projection projection, IServiceCollection services)
    {
        _projection = projection;
        _services = services;
    }

    /// <summary>Adds a handler; several for one event run in the order of their registration.</summary>
    public ProjectionBuilder Handle<TEvent, THandler>()
        where TEvent : CampaignEvent
        where THandler : class, IEventHandler<TEvent>
    {
        _services.TryAddScoped<THandler>();
        _projection.Handlers.Add(
            new HandlerRegistration(
                typeof(TEvent),
                typeof(THandler),
                typeof(THandler).IsAssignableTo(typeof(IRunHandler<TEvent>)),
                (scope, run, cancellationToken) =>
                    InvokeAsync(scope.GetRequiredService<THandler>(), [.. run.Cast<TEvent>()], cancellationToken)
            )
        );
        return this;
    }

    /// <summary>SQL that empties the projection's tables; makes it rebuildable from the publishers' logs.</summary>
    public ProjectionBuilder ResetWith(string sql)
    {
        _projection.ResetSql = sql;
        return this;
    }

    /// <summary>
    /// Makes it rebuildable without emptying anything: its handlers write whatever is not older than what is there, so that
    /// those who work by its tables meanwhile never see them half filled. Rows that no event tells of stay.
    /// </summary>
    public ProjectionBuilder RepeatInPlace() => ResetWith("");

    private static async Task InvokeAsync<TEvent>(IEventHandler<TEvent> handler, TEvent[] run, CancellationToken cancellationToken)
        where TEvent : CampaignEvent
    {
        if (handler is IRunHandler<TEvent> takesRuns)
        {
            await takesRuns.HandleAsync(run, cancellationToken);
            return;
        }

        foreach (var @event in run)
        {
            await handler.HandleAsync(@event, cancellationToken);
        }
    }
}
