using Campaign.Api.Session;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Preparing;

public static class AgendaViews
{
    /// <summary>The agenda in order.</summary>
    public static Task<List<AgendaItem>> AgendaAsync(this SessionDb database, Guid session, CancellationToken ct) =>
        database.AgendaItems.AsNoTracking().Where(item => item.SessionId == session).OrderBy(item => item.Position).ToListAsync(ct);

    public static AgendaItemView Of(AgendaItem item) =>
        new(item.Id, item.Title, item.PlannedMinutes, item.PresenterId, item.Presenter, item.State, item.RunningSince, item.SpentSeconds);
}
