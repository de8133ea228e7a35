namespace Campaign.Testing;

/// <summary>
/// The other direction of <see cref="DocumentedProblems"/>, for an assembly of a service's tests: when all of them ran
/// (<c>CAMPAIGN_TEST_WHOLE</c>, which <c>./test</c> sets), each problem that an endpoint names was met by one of them.
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
