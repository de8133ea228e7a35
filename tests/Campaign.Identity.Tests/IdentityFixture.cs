namespace Campaign.Identity.Tests;

/// <summary>One Identity for the tests of a class.</summary>
public sealed class IdentityFixture(TestServers servers) : IAsyncLifetime
{
    public IdentityHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await IdentityHost.StartAsync(servers);

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
