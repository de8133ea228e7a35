namespace Campaign.Messaging.Inbox;

/// <summary>Everything that the service does about events, checked against the topology when the service starts.</summary>
internal sealed class ProjectionRegistry
{
    private readonly Dictionary<string, Type> _types = [];
    private readonly Dictionary<Type, Projection[]> _byType = [];

    public ProjectionRegistry(IReadOnlyList<Projection> projections)
    {
        Projections = projections;
        foreach (var type in projections.SelectMany(projection => projection.Handlers).Select(handler => handler.EventType).Distinct())
        {
            _types.Add(type.Name, type);
            _byType.Add(type, [.. projections.Where(projection => projection.HandlersOf(type).Any())]);
        }
    }

    public IReadOnlyList<Projection> Projections { get; }

    /// <summary>The record of a wire name, when this service handles it.</summary>
    public Type? TypeOf(string name) => _types.GetValueOrDefault(name);

    public IReadOnlyList<Projection> Of(Type eventType) => _byType.GetValueOrDefault(eventType) ?? [];

    public Projection? Find(string? name) => Projections.FirstOrDefault(projection => projection.Name == name);

    /// <exception cref="InvalidOperationException">A handler would wait for ever: nobody sends it what it handles.</exception>
    public void DemandReachable(MessagingOptions options)
    {
        foreach (var (name, type) in _types)
        {
            var publisher = Contracts.Topology.PublisherOf(type);
            if (!options.Publishers.Contains(publisher))
            {
                throw new InvalidOperationException(
                    $"'{options.Service}' handles {name}, which '{publisher}' publishes, but the topology does not let "
                        + $"'{options.Service}' listen to "
                        + $"'{publisher}': add it to Topology.Subscriptions[\"{options.Service}\"] in Campaign.Contracts."
                );
            }
        }
    }
}
