using Campaign.Api.Session;

namespace Campaign.Portal.Holding;

/// <summary>A row of the agenda as it is being written.</summary>
public sealed class AgendaRow
{
    public Guid? Id { get; init; }
    public string? Title { get; set; }
    public int Minutes { get; set; } = 15;
    public Guid? PresenterId { get; set; }
    public string? Presenter { get; set; }

    public static AgendaRow Of(AgendaItemView item) =>
        new()
        {
            Id = item.Id,
            Title = item.Title,
            Minutes = item.PlannedMinutes,
            PresenterId = item.PresenterId,
            Presenter = item.PresenterId is null ? item.Presenter : null,
        };

    public AgendaItemDraft Read() => new(Id, Title ?? "", Minutes, PresenterId, PresenterId is null ? Presenter : null);
}

/// <summary>A document to read as it is being written: an address, or a document's page here.</summary>
public sealed class ReadingRow
{
    private const string Page = "/directives/";

    public string? Title { get; set; }
    public string? Address { get; set; }

    public static ReadingRow Of(ReadingView reading) =>
        new() { Title = reading.Title, Address = reading.DirectiveId is { } id ? $"{Page}{id}" : reading.Link };

    /// <summary>The address of a document's page, copied from the browser, names the document.</summary>
    public ReadingDraft Read()
    {
        var address = Address?.Trim() ?? "";
        var at = address.LastIndexOf(Page, StringComparison.Ordinal);
        return at >= 0 && Guid.TryParse(address[(at + Page.Length)..].Split('?', '#', '/')[0], out var directive)
            ? new ReadingDraft(Title ?? "", directive, null)
            : new ReadingDraft(Title ?? "", null, address);
    }
}
