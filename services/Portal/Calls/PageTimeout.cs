using Campaign.Api;

namespace Campaign.Portal.Calls;

/// <summary>A page says that a service does not answer rather than wait on: soon, unless the request is one that takes long.</summary>
internal sealed class PageTimeout(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>Longer than any list or figure takes.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan s_slack = TimeSpan.FromSeconds(10);

    /// <summary>No request takes longer.</summary>
    public static TimeSpan Longest => RequestLimits.All.Max(limit => limit.Takes) + s_slack;

    /// <summary>How long a page waits for an answer.</summary>
    /// <param name="address"><c>/api/v1/{service}/…</c>.</param>
    public static TimeSpan Of(Uri address) =>
        ApiAddress.TryRead(address.AbsolutePath, out var service, out var path)
        && RequestLimits.Of(service, path) is { } limit
        && limit.Takes > RequestLimits.Takes
            ? limit.Takes + s_slack
            : Usual;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var takes = Of(request.RequestUri!);
        limit.CancelAfter(takes);
        try
        {
            return await base.SendAsync(request, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // as HttpClient says it
            throw new TaskCanceledException($"No answer within {takes.TotalSeconds:0} s.", new TimeoutException());
        }
    }
}
