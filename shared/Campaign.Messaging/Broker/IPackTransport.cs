namespace Campaign.Messaging.Broker;

/// <summary>The seam behind which the message transport stays exchangeable.</summary>
internal interface IPackTransport
{
    /// <summary>Returns when the broker has confirmed the pack on every queue of the district.</summary>
    /// <exception cref="UnroutableException">No queue is bound for the district: the pack was returned.</exception>
    Task SendAsync(string district, EventPack pack, CancellationToken cancellationToken);
}

/// <summary>The broker returned a pack because no queue takes it.</summary>
internal sealed class UnroutableException(string district, Exception inner)
    : Exception($"The broker returned events of district '{district}': no queue is bound for it.", inner);
