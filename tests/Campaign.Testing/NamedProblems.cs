namespace Campaign.Testing;

/// <summary>
/// The other direction of <see cref="DocumentedProblems"/>, for an assembly of a service's tests. With <c>CAMPAIGN_TEST_WHOLE=1</c>
/// a whole run of it (<c>CAMPAIGN_TEST_WHOLE=1 ./test Session.Tests</c>) fails with the problems that endpoints name and no test met.
/// </summary>
public sealed class NamedProblems : IDisposable
{
    public void Dispose()
    {
        if (Environment.GetEnvironmentVariable("CAMPAIGN_TEST_WHOLE") == "1" && DocumentedProblems.Unseen is { Count: > 0 } unseen)
        {
            throw new InvalidOperationException($"No test meets {unseen.Count} named problems:\n{string.Join('\n', unseen)}");
        }
    }
}
