namespace Campaign.AppHost.Tests;

public sealed class BackOffTests
{
    [Fact]
    public void Pauses_double_up_to_half_a_minute()
    {
        var pauses = new BackOff();

        Enumerable.Range(0, 7).Select(_ => pauses.Next(TimeSpan.Zero).TotalSeconds).ShouldBe([1, 2, 4, 8, 16, 30, 30]);
    }

    [Fact]
    public void Who_ran_longer_than_a_minute_is_forgiven()
    {
        var pauses = new BackOff();
        pauses.Next(null);
        pauses.Next(TimeSpan.FromSeconds(59));

        pauses.Next(TimeSpan.FromSeconds(61)).ShouldBe(TimeSpan.FromSeconds(1));
        pauses.Next(TimeSpan.FromSeconds(1)).ShouldBe(TimeSpan.FromSeconds(2));
    }
}
