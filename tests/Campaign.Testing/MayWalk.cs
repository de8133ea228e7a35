using System.Net;
using System.Net.Http.Json;
using System.Text;
using Campaign.Api;
using Campaign.Contracts;

namespace Campaign.Testing;

/// <summary>A request that carries an action out.</summary>
/// <param name="Body">Sent as JSON; bytes and text as they are.</param>
/// <param name="Version">Of the object, for an update.</param>
public sealed record ActionCall(HttpMethod Method, string Path, object? Body = null, long? Version = null)
{
    public static ActionCall Get(string path) => new(HttpMethod.Get, path);

    public static ActionCall Post(string path, object? body = null) => new(HttpMethod.Post, path, body ?? new { });

    public static ActionCall Put(string path, long version, object body) => new(HttpMethod.Put, path, body, version);
}

/// <summary>
/// Holds what a view says may be done (<c>may</c>) against what the endpoints do: an action is named exactly when its endpoint answers
/// neither 403 nor 409. The call itself must be in order, so that it is refused for no other reason.
/// </summary>
public sealed class MayWalk
{
    private readonly List<string> _wrong = [];

    /// <summary>Calls that were allowed, and those that were refused; a walk that saw one kind only proves nothing.</summary>
    public (int Allowed, int Refused) Seen { get; private set; }

    /// <param name="what">The object, its state and the caller, for the message of a failure.</param>
    public async Task<bool> TryAsync(HttpClient caller, string what, IReadOnlyList<string> may, string action, ActionCall call)
    {
        using var request = new HttpRequestMessage(call.Method, call.Path) { Content = Content(call.Body) };
        if (call.Version is { } version)
        {
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        }

        using var response = await caller.SendAsync(request);
        var refused = response.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Conflict;
        Seen = refused ? (Seen.Allowed, Seen.Refused + 1) : (Seen.Allowed + 1, Seen.Refused);
        if ((!refused && !response.IsSuccessStatusCode) || may.Contains(action) == refused)
        {
            var answer = $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
            _wrong.Add($"{what}: '{action}' is {(may.Contains(action) ? "said" : "not said")}, {call.Path} answers {answer}");
        }

        return !refused;
    }

    /// <summary>
    /// Holds what a service says of reading and of operating against what it answers, for every role in the city and in a district.
    /// </summary>
    /// <param name="lists">What reading an action's name is about.</param>
    public async Task TryReadingAsync(Func<string, HttpClient> callers, params (string Action, string List)[] lists)
    {
        foreach (var post in from role in Roles.All from path in new[] { "hn", "hn/thanh-xuan" } select $"{role}@{path}")
        {
            await TryReadingAsync(callers(post), post, lists);
        }
    }

    public async Task TryReadingAsync(HttpClient caller, string what, params (string Action, string List)[] lists)
    {
        var may = (await caller.GetFromJsonAsync<List<MayWithin>>("may"))!.ConvertAll(said => said.Action);
        foreach (var (action, list) in lists.Append(("operate", "operations/messaging")))
        {
            await TryAsync(caller, what, may, action, ActionCall.Get(list));
        }
    }

    public void ShouldBeRight()
    {
        if (_wrong.Count > 0)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, _wrong));
        }

        if (Seen.Allowed == 0 || Seen.Refused == 0)
        {
            throw new InvalidOperationException(
                $"The walk saw {Seen.Allowed} allowed and {Seen.Refused} refused calls: it proves nothing."
            );
        }
    }

    private static HttpContent? Content(object? body) =>
        body switch
        {
            null => null,
            byte[] bytes => new ByteArrayContent(bytes) { Headers = { ContentType = new("application/octet-stream") } },
            string text => new StringContent(text, Encoding.UTF8, "text/csv"),
            _ => JsonContent.Create(body, body.GetType()),
        };
}
