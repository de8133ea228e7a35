using Campaign.Api.Session;
using Campaign.Hosting.Problems;

namespace Campaign.Sessions.Preparing;

/// <summary>What must hold of an agenda and its documents before they are written down.</summary>
public static class AgendaDraft
{
    public const int MaxItems = 50;
    public const int MaxDocuments = 20;

    /// <summary>The same, trimmed.</summary>
    /// <exception cref="Problem"><c>invalid-request</c>.</exception>
    public static Prepare Check(Prepare request)
    {
        Problem.Unless(request.Items is { Count: <= MaxItems }, $"'items' must be a list of at most {MaxItems}.");
        Problem.Unless(request.Documents is { Count: <= MaxDocuments }, $"'documents' must be a list of at most {MaxDocuments}.");
        var kept = request.Items!.Where(item => item.Id is not null).Select(item => item.Id).ToList();
        Problem.Unless(kept.Distinct().Count() == kept.Count, "'items' names an item twice. Name each once.");
        return new Prepare([.. request.Items!.Select(Check)], [.. request.Documents!.Select(Check)]);
    }

    private static AgendaItemDraft Check(AgendaItemDraft item)
    {
        Problem.Unless(
            item.PlannedMinutes is >= 1 and <= AgendaItem.MaxMinutes,
            $"'items.plannedMinutes' must lie between 1 and {AgendaItem.MaxMinutes}."
        );
        Problem.Unless(
            item.PresenterId is null || string.IsNullOrWhiteSpace(item.Presenter),
            "'items.presenter' is for somebody who is no participant. Leave it out beside 'presenterId'."
        );
        return item with
        {
            Title = Problem.Text(item.Title, "items.title", 300),
            Presenter = Problem.Text(item.Presenter, "items.presenter", NamedPeople.MaxName, min: 0),
        };
    }

    // shown as a link to others: nothing but a web address that nobody can change on the way
    private static ReadingDraft Check(ReadingDraft document)
    {
        var title = Problem.Text(document.Title, "documents.title", 300);
        var link = Problem.Text(document.Link, "documents.link", SessionDocument.MaxLink, min: 0);
        Problem.Unless(
            document.DirectiveId is null != (link.Length == 0),
            "'documents' must each name a 'directiveId' or a 'link', and not both."
        );
        Problem.Unless(
            link.Length == 0 || (Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps),
            "'documents.link' must be an https address."
        );
        return new ReadingDraft(title, document.DirectiveId, link.Length == 0 ? null : link);
    }
}
