using Campaign.Api.Session;
using Campaign.Hosting.Problems;
using Campaign.ServiceDefaults.Audit;
using Campaign.Sessions.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Preparing;

/// <summary>Puts the agenda and the documents as they shall be; the session must be locked.</summary>
public sealed class AgendaEditor(SessionDb database, NamedPeople people, IAudit audit)
{
    /// <param name="draft">Checked.</param>
    /// <exception cref="Problem"><c>not-found</c>, <c>agenda-item-begun</c>, <c>invalid-request</c>.</exception>
    public async Task ApplyAsync(Session session, Prepare draft, CancellationToken ct)
    {
        var known = await database.AgendaItems.Where(item => item.SessionId == session.Id).ToDictionaryAsync(item => item.Id, ct);
        await TakeOffAsync([.. known.Values.Where(item => draft.Items.All(kept => kept.Id != item.Id))], ct);
        var names = await people.ParticipantsAsync(
            session,
            [.. draft.Items.Select(item => item.PresenterId)],
            index => $"items[{index}].presenterId",
            ct
        );
        foreach (var (index, wanted) in draft.Items.Index())
        {
            var item = wanted.Id is not { } id
                ? New(session)
                : known.GetValueOrDefault(id) ?? throw Problem.NotFound("agenda item of this session");
            (item.Position, item.Title, item.PlannedMinutes) = (index + 1, wanted.Title, wanted.PlannedMinutes);
            (item.PresenterId, item.Presenter) = (wanted.PresenterId, wanted.PresenterId is { } member ? names[member] : wanted.Presenter!);
        }

        if (await database.Readings.Where(reading => reading.SessionId == session.Id).ExecuteDeleteAsync(ct) is > 0 and var replaced)
        {
            audit.Record("replace", nameof(Reading), session.Id.ToString(), new { replaced, by = draft.Documents.Count });
        }

        database.Readings.AddRange(
            draft.Documents.Select(
                (document, index) =>
                    new Reading
                    {
                        SessionId = session.Id,
                        Position = index + 1,
                        Title = document.Title,
                        DirectiveId = document.DirectiveId,
                        Link = document.Link,
                    }
            )
        );
    }

    private async Task TakeOffAsync(List<AgendaItem> items, CancellationToken ct)
    {
        var ids = items.Select(item => (Guid?)item.Id).ToList();
        if (
            items.Exists(item => item.HasBegun)
            || await database.Contributions.AnyAsync(row => ids.Contains(row.ItemId), ct)
            || await database.Votes.AnyAsync(row => ids.Contains(row.ItemId), ct)
        )
        {
            throw new Problem(SessionProblems.AgendaItemBegun);
        }

        database.AgendaItems.RemoveRange(items);
    }

    private AgendaItem New(Session session)
    {
        var item = new AgendaItem
        {
            SessionId = session.Id,
            Position = 0,
            Title = "",
            PlannedMinutes = 1,
            Presenter = "",
        };
        database.AgendaItems.Add(item);
        return item;
    }
}
