using Campaign.Contracts;
using Campaign.Testing;

namespace Campaign.Directives.Tests.Service;

/// <summary>Every endpoint that takes a record, with an empty one.</summary>
[Collection(ServiceTests.Name)]
public sealed class EmptyBodyTests(DirectiveService service)
{
    [Fact]
    public async Task Every_endpoint_names_what_an_empty_body_lacks()
    {
        var (asked, wrong) = await EmptyBodies.SendAsync(
            service.Factory.Services,
            service.Factory.As([.. Roles.All.Select(role => $"{role}@hn")], Guid.NewGuid())
        );

        wrong.ShouldBeEmpty(string.Join('\n', wrong));
        asked.ShouldBeGreaterThanOrEqualTo(15);
    }
}
