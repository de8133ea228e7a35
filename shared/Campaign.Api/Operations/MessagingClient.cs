namespace Campaign.Api.Operations;

/// <summary>What an operator sees and does at a service's <c>/operations/messaging</c>.</summary>
public sealed class MessagingClient(HttpClient http)
{
    public Task<MessagingStatus> StatusAsync(string service, CancellationToken ct) => Of(service).StatusAsync(ct);

    public Task<ParkedPage> ParkedAsync(string service, string? cursor, CancellationToken ct) => Of(service).ParkedAsync(cursor, ct);

    /// <summary>Problem <c>replay-failed</c> when it fails again; <c>not-parked</c> when somebody else decided meanwhile.</summary>
    public Task ReplayAsync(string service, long id) => Of(service).DoAsync($"operations/messaging/parked/{id}/replay");

    public Task DiscardAsync(string service, long id) => Of(service).DoAsync($"operations/messaging/parked/{id}/discard");

    public Task RebuildAsync(string service, string projection) =>
        Of(service).DoAsync($"operations/messaging/rebuild/{Uri.EscapeDataString(projection)}");

    public Task CancelRebuildAsync(string service, string projection) =>
        Of(service).DoAsync($"operations/messaging/rebuild/{Uri.EscapeDataString(projection)}/cancel");

    private ServiceMessaging Of(string service) => new(http, service);

    private sealed class ServiceMessaging(HttpClient http, string service) : ApiClient(http, service)
    {
        public Task<MessagingStatus> StatusAsync(CancellationToken ct) => GetAsync<MessagingStatus>("operations/messaging", ct);

        public Task<ParkedPage> ParkedAsync(string? cursor, CancellationToken ct) =>
            GetAsync<ParkedPage>(Query("operations/messaging/parked", ("state", "parked"), ("cursor", cursor), ("limit", 20)), ct);

        public Task<object?> DoAsync(string path) => PostAsync<object?>(path, null, CancellationToken.None);
    }
}
