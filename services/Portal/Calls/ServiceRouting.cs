using Campaign.Api;

namespace Campaign.Portal.Calls;

/// <summary>
/// Turns the gateway's address <c>/api/v1/{service}/…</c> into the service's own, so that a page does not call the Portal
/// itself. A reading call that no replica accepts is tried on the next one.
/// </summary>
internal sealed class ServiceRouting(ServiceAddresses addresses) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!ApiAddress.TryRead(request.RequestUri!.PathAndQuery, out var service, out var rest))
        {
            throw new InvalidOperationException($"'{request.RequestUri.AbsolutePath}' is not an address of a service.");
        }

        var replicas = addresses.InTurn(service);
        for (var i = 0; ; i++)
        {
            request.RequestUri = new Uri(replicas[i], rest);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException) when (request.Method == HttpMethod.Get && i + 1 < replicas.Count)
            {
                // the next replica
            }
        }
    }
}
