using Campaign.Directives.Documents;
using Campaign.Time;

namespace Campaign.Directives.Tests.Rules;

public sealed class DocumentTypeTests
{
    [Theory]
    [InlineData("2026-01-08")]
    [InlineData("2026-01-09")]
    [InlineData("2030-01-01")]
    public void Each_type_is_in_force_once_on_any_day(string day) =>
        DocumentTypeCatalogue
            .Rows.Where(type => type.HoldsOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)))
            .Select(type => type.Code)
            .ShouldBe(DocumentTypeCatalogue.Rows.Select(type => type.Code).Distinct());

    [Fact]
    public void Codes_differ_by_more_than_case()
    {
        var codes = DocumentTypeCatalogue.Rows.Select(type => type.Code).Distinct().ToList();
        codes.Count.ShouldBe(25 + 12, "the party's, and those that only the state has");
        codes.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(codes.Count);
    }

    [Fact]
    public void Only_types_with_a_published_code_are_verified() =>
        DocumentTypeCatalogue
            .Rows.Where(type => type.Verified)
            .Select(type => type.Code)
            .ShouldBe(["NQ", "QĐ", "CT", "KL", "QC", "QyĐ", "HD", "TB", "BC", "KH", "CTr", "ĐA", "TTr", "CV"]);
}
