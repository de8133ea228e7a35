using Campaign.Api.Identity;
using Campaign.Contracts;

namespace Campaign.Directives.Mails;

/// <summary>Asks Identity who holds the secretary's post in some units, and for their addresses.</summary>
internal sealed class Recipients(IHttpClientFactory clients)
{
    public const string Client = "mail-recipients";

    /// <summary>Identity answers for so many units at once.</summary>
    public const int MaxUnits = 500;

    /// <exception cref="HttpRequestException">Identity does not answer, or refuses.</exception>
    public async Task<IReadOnlyList<MailRecipient>> OfAsync(IReadOnlyList<string> unitPaths, CancellationToken ct)
    {
        using var http = clients.CreateClient(Client);
        using var response = await http.PostAsJsonAsync("mail-recipients", new FindMailRecipients(Roles.Secretary, unitPaths), ct);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<IReadOnlyList<MailRecipient>>(ct))!;
    }
}
