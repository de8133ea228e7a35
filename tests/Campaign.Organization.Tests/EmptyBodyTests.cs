using Campaign.Contracts;
using Campaign.Testing;

namespace Campaign.Organization.Tests;

/// <summary>Every endpoint that takes a record, with an empty one.</summary>
public sealed class EmptyBodyTests(OrganizationService service) : IClassFixture<OrganizationService>
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
}
