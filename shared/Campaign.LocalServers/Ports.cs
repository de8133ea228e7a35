using System.Net;
using System.Net.Sockets;

namespace Campaign.LocalServers;

/// <summary>Loopback TCP ports for servers of this machine.</summary>
public static class Ports
{
    // below the kernel's range for outgoing connections (32768–60999), so that none of them takes a server's port while it restarts
    private const int First = 20_000;
    private const int Last = 32_000;

    /// <summary>A port of 127.0.0.1 on which nobody listens now.</summary>
    public static int Free()
    {
        for (var attempt = 0; attempt < 1_000; attempt++)
        {
            var port = Random.Shared.Next(First, Last);
            if (IsFree(port))
            {
                return port;
            }
        }

        throw new ServerException($"No free TCP port was found between {First} and {Last}; stop programs that listen there.");
    }

    /// <summary><paramref name="wanted"/> when it is given and free, else another free port.</summary>
    public static int FreeOr(int? wanted) => wanted is { } port && IsFree(port) ? port : Free();

    public static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
