using Campaign.Contracts;
using Campaign.Testing;

namespace Campaign.Organization.Tests;

/// <summary>What integrators rely on: every endpoint that takes a record, with an empty one; the API document.</summary>
public sealed class ApiContractTests(OrganizationService service) : IClassFixture<OrganizationService>
{
    [Fact]
    public async Task Every_endpoint_names_what_an_empty_body_lacks()
    {
        var (asked, wrong) = await EmptyBodies.SendAsync(
            service.Factory.Services,
            service.Http([.. Roles.All.Select(role => $"{role}@hn")])
        );

        wrong.ShouldBeEmpty(string.Join('\n', wrong));
        asked.ShouldBeGreaterThanOrEqualTo(7);
    }

    [Fact]
    public async Task The_committed_document_is_the_document_of_the_code()
    {
        var wrong = await ApiDocuments.CompareAsync(Resources.Organization, service.Http());

        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }
}
