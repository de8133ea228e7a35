using Campaign.Contracts;
using Campaign.Organization.Posts;
using Campaign.Organization.Units;

namespace Campaign.Organization.Tests.Units;

[Trait("Run", "Quick")]
public sealed class UnitTests
{
    private static readonly DateOnly s_day = new(2020, 1, 1);
    private readonly Unit _city = Unit.Create("hn", "Hà Nội", "Hà Nội", UnitTypes.PartyCommittee, null, s_day);

    [Theory]
    [InlineData("hn", true)]
    [InlineData("ha-dinh-cb-03", true)]
    [InlineData("a", false)]
    [InlineData("", false)]
    [InlineData("-ha-dinh", false)]
    [InlineData("ha-dinh-", false)]
    [InlineData("Ha-Dinh", false)]
    [InlineData("hạ-đình", false)]
    [InlineData("ha/dinh", false)]
    [InlineData("ha-dinh\n", false)]
    public void Code_is_a_lower_case_slug(string code, bool valid) => UnitCode.IsValid(code).ShouldBe(valid);

    [Theory]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void Code_has_at_most_60_characters(int length, bool valid) => UnitCode.IsValid(new string('a', length)).ShouldBe(valid);

    [Fact]
    public void Path_joins_the_codes_from_the_root()
    {
        var district = Unit.Create("thanh-xuan", "Thanh Xuân", "Thanh Xuân", UnitTypes.PartyCommittee, _city, s_day);
        var ward = Unit.Create("ha-dinh", "Hạ Đình", "Hạ Đình", UnitTypes.PartyCommittee, district, s_day);

        ward.Path.ShouldBe("hn/thanh-xuan/ha-dinh");
        (_city.District, district.District, ward.District).ShouldBe((Districts.City, "thanh-xuan", "thanh-xuan"));
    }

    [Fact]
    public void District_is_registered_in_the_citys_partition_before_its_own_partition_hears_of_it()
    {
        var district = Unit.Create("thanh-xuan", "Thanh Xuân", "Thanh Xuân", UnitTypes.PartyCommittee, _city, s_day);

        var events = district.Created().ToList();

        events.Select(e => e.GetType()).ShouldBe([typeof(DistrictRegistered), typeof(UnitChanged)]);
        events.Select(e => e.District).ShouldBe([Districts.City, "thanh-xuan"]);
    }

    [Fact]
    public void Only_units_directly_below_the_city_are_districts()
    {
        var district = Unit.Create("thanh-xuan", "Thanh Xuân", "Thanh Xuân", UnitTypes.PartyCommittee, _city, s_day);
        var ward = Unit.Create("ha-dinh", "Hạ Đình", "Hạ Đình", UnitTypes.PartyCommittee, district, s_day);

        _city.Created().ShouldHaveSingleItem().ShouldBeOfType<UnitChanged>();
        ward.Created().ShouldHaveSingleItem().ShouldBeOfType<UnitChanged>();
    }

    [Fact]
    public void Change_raises_the_version_only_when_something_changed()
    {
        _city.Change("Hà Nội", "Hà Nội", UnitTypes.PartyCommittee, s_day).ShouldBeFalse();
        _city.Version.ShouldBe(1);

        _city.Change("Thành phố Hà Nội", "Hà Nội", UnitTypes.PartyCommittee, s_day).ShouldBeTrue();
        _city.Changed().Version.ShouldBe(2);
        _city.SearchText.ShouldContain(" thanh pho");
    }

    [Theory]
    [InlineData(Roles.Secretary, false, true)]
    [InlineData(Roles.Operator, false, false)]
    [InlineData(Roles.Operator, true, true)]
    [InlineData(Roles.Integrator, false, false)]
    [InlineData(Roles.Service, true, false)]
    [InlineData("king", true, false)]
    public void Post_gives_a_role_that_the_giver_may_give(string role, bool byOperator, bool allowed) =>
        (PostRules.Objection("role", role, _city, byOperator) is null).ShouldBe(allowed);

    [Fact]
    public void City_officer_has_the_post_in_the_city_itself()
    {
        var district = Unit.Create("thanh-xuan", "Thanh Xuân", "Thanh Xuân", UnitTypes.PartyCommittee, _city, s_day);

        PostRules.Objection("role", Roles.CityOfficer, _city, byOperator: false).ShouldBeNull();
        PostRules.Objection("role", Roles.CityOfficer, district, byOperator: false).ShouldNotBeNull();
    }
}
