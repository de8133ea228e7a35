namespace Campaign.Testing;

/// <summary>Takes a server away and brings it back, on the same address and data.</summary>
public sealed class ServerControl(Func<Task> start, Func<Task> stop, Func<Task> kill)
{
    public Task StartAsync() => start();

    /// <summary>A clean shutdown.</summary>
    public Task StopAsync() => stop();

    /// <summary>As a power cut would.</summary>
    public Task KillAsync() => kill();

    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }
}
