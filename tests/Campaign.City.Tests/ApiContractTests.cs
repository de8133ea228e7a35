using Campaign.Contracts;
using Campaign.Testing;

namespace Campaign.City.Tests;

/// <summary>What integrators rely on: the API document.</summary>
public sealed class ApiContractTests(CityFixture city) : IClassFixture<CityFixture>
{
    [Fact]
    public async Task The_committed_document_is_the_document_of_the_code()
    {
        var wrong = await ApiDocuments.CompareAsync(Resources.City, city.Http());

        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }
}
