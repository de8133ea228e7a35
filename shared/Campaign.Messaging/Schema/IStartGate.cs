namespace Campaign.Messaging.Schema;

/// <summary>Something that must stand before events are handled: the service's own schema.</summary>
public interface IStartGate
{
    Task WaitAsync(CancellationToken cancellationToken);
}
