using Campaign.Contracts;
using Campaign.Testing;

namespace Campaign.Session.Tests.Service;

/// <summary>What integrators rely on: every endpoint that takes a record, with an empty one; the API document.</summary>
[Collection<SessionCollection>]
public sealed class ApiContractTests(SessionService service)
{
    [Fact]
    public async Task Every_endpoint_names_what_an_empty_body_lacks()
    {
        var (asked, wrong) = await EmptyBodies.SendAsync(
            service.Factory.Services,
            service.Factory.As([.. Roles.All.Select(role => $"{role}@hn")], Guid.NewGuid())
        );

        wrong.ShouldBeEmpty(string.Join('\n', wrong));
        asked.ShouldBeGreaterThanOrEqualTo(20);
    }

    [Fact]
    public async Task The_committed_document_is_the_document_of_the_code()
    {
        var wrong = await ApiDocuments.CompareAsync(Resources.Session, service.Factory.As());

        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }
}
