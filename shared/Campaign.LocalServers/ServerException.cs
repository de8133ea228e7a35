namespace Campaign.LocalServers;

/// <summary>
/// A server cannot be started or used; the message is one sentence for the person at the keyboard: what happened and what to do.
/// </summary>
public sealed class ServerException : Exception
{
    public ServerException() { }

    public ServerException(string message)
        : base(message) { }

    public ServerException(string message, Exception inner)
        : base(message, inner) { }
}
