using Campaign.Testing;

namespace Campaign.City.Tests.RollUps;

public sealed class MayTests(CityFixture city) : IClassFixture<CityFixture>
{
    private readonly MayWalk _walk = new();

    [Fact]
    public async Task Service_says_who_reads_what_and_who_operates_it()
    {
        await _walk.TryReadingAsync(post => city.Http(post), ("read-figures", "campaigns"));

        _walk.ShouldBeRight();
    }
}
