using Campaign.Hosting.Problems;
using Campaign.Sessions.Acting;
using Campaign.Sessions.Scheduling;

namespace Campaign.Sessions.Minutes;

/// <summary>Reads minutes for those who may: whose posts cover the unit, and whoever took part.</summary>
public sealed class MinutesReader(SessionDb database, Actor actor, MinutesBook book)
{
    /// <exception cref="Problem"><c>not-found</c>, <c>outside-your-units</c>.</exception>
    public async Task<(Session Session, MinutesVersion Version)> ReadAsync(Guid id, CancellationToken ct)
    {
        var session = await actor.ReadAsync(SessionActions.ReadMinutes, id, ct);
        return (session, (await book.CurrentAsync(id, ct))!);
    }

    public async Task<MinutesPrint> PrintAsync(Session session, MinutesVersion version, CancellationToken ct) =>
        MinutesPrint.Of(await Happened.ReadAsync(session, database, ct), version);
}
