namespace Campaign.Session.Tests.Service;

/// <summary>The service's clock: the machine's, until a test makes it stand still.</summary>
public sealed class TestClock : TimeProvider
{
    private DateTimeOffset? _standing;

    public override DateTimeOffset GetUtcNow() => _standing ?? base.GetUtcNow();

    /// <returns>What it says until <see cref="GoOn"/>.</returns>
    public DateTimeOffset StandStill() => (_standing = base.GetUtcNow()).Value;

    public void GoOn() => _standing = null;
}
