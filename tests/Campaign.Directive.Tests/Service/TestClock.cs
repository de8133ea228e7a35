namespace Campaign.Directives.Tests.Service;

/// <summary>The service's clock: runs as it does, but days ahead; timers are real.</summary>
public sealed class TestClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
