using Campaign.LocalServers;

namespace Campaign.AppHost.Offline;

internal static class ServicePorts
{
    /// <summary>The wanted port, or a free one when none is wanted.</summary>
    /// <exception cref="ServerException">the wanted port is taken, or wanted by several replicas</exception>
    public static int Choose(int? wanted, string resource, int replicas) => wanted switch
    {
        null => Ports.Free(),
        _ when replicas > 1 => throw new ServerException($"{resource} has a fixed port and so runs once; set Replicas:{resource} to 1."),
        { } port when Ports.IsFree(port) => port,
        { } port => throw new ServerException($"Port {port}, the address of {resource}, is in use by another program; stop it, or choose another with --port."),
    };
}
