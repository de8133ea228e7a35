using System.Net.Http.Headers;
using Campaign.Api;
using Campaign.BrowserSignIn;

namespace Campaign.AppHost;

/// <summary>
/// What an operator may ask of a service, asked through the gateway by the first account, so that it is audited as everything else.
/// </summary>
/// <param name="portal">The Portal's origin, once it is known.</param>
internal sealed class OperatorCalls(Func<Uri> portal, ParameterResource clientSecret, ParameterResource password)
{
    private const string UserName = "operator";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Names of the projections that a service can rebuild.</summary>
    /// <exception cref="ApiException">it was refused</exception>
    public Task<IReadOnlyList<string>> ProjectionsAsync(string service, CancellationToken cancellationToken) =>
        AskAsync(service, async asked => (await asked.StatusAsync(cancellationToken).ConfigureAwait(false)).Projections, cancellationToken);

    /// <exception cref="ApiException">it was refused, e.g. because it runs already</exception>
    public Task<bool> RebuildAsync(string service, string projection, CancellationToken cancellationToken) =>
        AskAsync(
            service,
            async asked =>
            {
                await asked.RebuildAsync(projection, cancellationToken).ConfigureAwait(false);
                return true;
            },
            cancellationToken
        );

    /// <summary>Replays what is parked at a service, one after the other; what fails again stays parked.</summary>
    /// <returns>how many were replayed, and how many failed again</returns>
    public Task<(int Replayed, int Failed)> ReplayAsync(string service, CancellationToken cancellationToken) =>
        AskAsync(
            service,
            async asked =>
            {
                var (replayed, failed) = (0, 0);
                Parked page;
                string? cursor = null;
                do
                {
                    page = await asked.ParkedAsync(cursor, cancellationToken).ConfigureAwait(false);
                    foreach (var item in page.Items)
                    {
                        try
                        {
                            await asked.ReplayAsync(item.Id, cancellationToken).ConfigureAwait(false);
                            replayed++;
                        }
                        catch (ApiException)
                        {
                            failed++; // its reason stands with it on the operations page
                        }
                    }

                    cursor = page.Next;
                } while (cursor is not null);
                return (replayed, failed);
            },
            cancellationToken
        );

    private async Task<T> AskAsync<T>(string service, Func<Messaging, Task<T>> ask, CancellationToken cancellationToken)
    {
        var signedIn = await new SignInClient(portal(), (await clientSecret.GetValueAsync(cancellationToken).ConfigureAwait(false))!)
            .SignInAsync(UserName, (await password.GetValueAsync(cancellationToken).ConfigureAwait(false))!, cancellationToken)
            .ConfigureAwait(false);
        using var http = new HttpClient { BaseAddress = portal(), Timeout = Patience };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", signedIn.AccessToken);
        return await ask(new Messaging(http, service)).ConfigureAwait(false);
    }

    private sealed class Messaging(HttpClient http, string service) : ApiClient(http, service)
    {
        private const string Path = "operations/messaging";

        public Task<Status> StatusAsync(CancellationToken cancellationToken) => GetAsync<Status>(Path, cancellationToken);

        public Task<object?> RebuildAsync(string projection, CancellationToken cancellationToken) =>
            PostAsync<object?>($"{Path}/rebuild/{Uri.EscapeDataString(projection)}", null, cancellationToken);

        public Task<Parked> ParkedAsync(string? cursor, CancellationToken cancellationToken) =>
            GetAsync<Parked>(Query($"{Path}/parked", ("state", "parked"), ("cursor", cursor)), cancellationToken);

        public Task<object?> ReplayAsync(long id, CancellationToken cancellationToken) =>
            PostAsync<object?>($"{Path}/parked/{id}/replay", null, cancellationToken);
    }

    private sealed record Status(IReadOnlyList<string> Projections);

    private sealed record Parked(IReadOnlyList<ParkedItem> Items, string? Next);

    private sealed record ParkedItem(long Id);
}
