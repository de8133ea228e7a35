using Campaign.Api.Directive;

namespace Campaign.Portal.Directives;

/// <summary>How much of the person's inbox is unread, for the navigation and the inbox of one connection.</summary>
public sealed class InboxCount
{
    public int Count { get; private set; }

    public event Action? Changed;

    public void Set(int count)
    {
        if (count != Count)
        {
            Count = count;
            Changed?.Invoke();
        }
    }

    public async Task ReloadAsync(DirectiveClient directives, CancellationToken ct) =>
        Set((await directives.InboxAsync(unread: true, limit: 1, ct: ct)).Unread);
}
