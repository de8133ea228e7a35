using Campaign.Api.Problems;
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
        Problem.Unless(request.Items.Count <= MaxItems, "items", FieldCodes.Count, ("min", 0), ("max", MaxItems));
        Problem.Unless(request.Documents.Count <= MaxDocuments, "documents", FieldCodes.Count, ("min", 0), ("max", MaxDocuments));
        NamedItems.DemandOnce(request.Items, item => item.Id);
        return new Prepare([.. request.Items.Select(Check)], [.. request.Documents.Select(Check)]);
    }

    private static AgendaItemDraft Check(AgendaItemDraft item, int index)
    {
        var path = $"items[{index}]";
        Problem.Unless(
            item.PlannedMinutes is >= 1 and <= AgendaItem.MaxMinutes,
            $"{path}.plannedMinutes",
            FieldCodes.Range,
            ("min", 1),
            ("max", AgendaItem.MaxMinutes)
        );
        Problem.Unless(
            item.PresenterId is null || string.IsNullOrWhiteSpace(item.Presenter),
            $"{path}.presenter",
            SessionProblems.NotBoth,
            ("other", "presenterId")
        );
        return item with
        {
            Title = Problem.Text(item.Title, $"{path}.title", 300),
            Presenter = Problem.Text(item.Presenter, $"{path}.presenter", NamedPeople.MaxName, min: 0),
        };
    }

    // shown as a link to others: nothing but a web address that nobody can change on the way
    private static ReadingDraft Check(ReadingDraft document, int index)
    {
        var path = $"documents[{index}]";
        var title = Problem.Text(document.Title, $"{path}.title", 300);
        var link = Problem.Text(document.Link, $"{path}.link", Reading.MaxLink, min: 0);
        Problem.Unless(
            document.DirectiveId is null != (link.Length == 0),
            $"{path}.link",
            SessionProblems.OneOfTwo,
            ("other", "directiveId")
        );
        Problem.Unless(
            link.Length == 0 || (Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps),
            $"{path}.link",
            SessionProblems.NotHttps
        );
        return new ReadingDraft(title, document.DirectiveId, link.Length == 0 ? null : link);
    }
}
