using Campaign.City.Facts;
using Campaign.City.RollUps;

namespace Campaign.City.Tests.RollUps;

[Trait("Run", "Quick")]
public sealed class RuleTests
{
    [Theory]
    [InlineData("hn", "hn")]
    [InlineData("hn/thanh-xuan", "hn/thanh-xuan")]
    [InlineData("hn/thanh-xuan/ha-dinh", "hn/thanh-xuan/ha-dinh")]
    [InlineData("hn/thanh-xuan/ha-dinh/cb-01", "hn/thanh-xuan/ha-dinh")]
    [InlineData("hn/thanh-xuan/ha-dinh/cb-01/to-2", "hn/thanh-xuan/ha-dinh")]
    public void Group_of_a_unit_is_its_ward(string path, string group) => Groups.Of(path).ShouldBe(group);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(9, 3)]
    [InlineData(12, 4)]
    public void Quarter_follows_the_month(int month, int quarter) => Quarters.Of(new DateOnly(2022, month, 1)).ShouldBe(quarter);

    [Fact]
    public void Quarter_index_grows_by_one_over_the_turn_of_the_year() =>
        (Quarters.Index(new DateOnly(2023, 1, 1)) - Quarters.Index(new DateOnly(2022, 12, 31))).ShouldBe(1);

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 3, 33.3)]
    [InlineData(2, 3, 66.7)]
    [InlineData(29, 30, 96.7)]
    [InlineData(30, 30, 100)]
    public void Rate_is_a_percentage_with_one_decimal(int part, int whole, double percent) =>
        Rates.Percent(part, whole).ShouldBe((decimal)percent);
}
