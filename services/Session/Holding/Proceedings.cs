using Campaign.Api.Session;
using Campaign.Sessions.Attendance;
using Campaign.Sessions.Preparing;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Holding;

/// <summary>What happened in a session besides who came; bounded by what one session may hold.</summary>
public sealed record Proceedings(
    IReadOnlyList<AgendaItem> Agenda,
    IReadOnlyList<Contribution> Contributions,
    IReadOnlyList<HandVote> Votes,
    string Resolution,
    IReadOnlyList<ActionItem> Items,
    long Version
)
{
    public static readonly Proceedings None = new([], [], [], "", [], 0);

    /// <summary>Different people who spoke; a name counts once however often it was written.</summary>
    public int Speakers =>
        Contributions
            .Where(contribution => contribution.Kind == Contribution.Speech)
            .Select(speech => speech.MemberId?.ToString() ?? speech.Name.ToUpperInvariant())
            .Distinct()
            .Count();

    /// <summary>The last count of each question, in the order in which they were put.</summary>
    public IEnumerable<HandVote> Counted =>
        Votes.GroupBy(vote => vote.Id).Select(counts => counts.MaxBy(vote => vote.Number)!).OrderBy(vote => vote.Id);

    public static async Task<Proceedings> ReadAsync(Guid session, SessionDb database, CancellationToken ct)
    {
        var resolution = await database.Resolutions.AsNoTracking().SingleOrDefaultAsync(row => row.SessionId == session, ct);
        return new Proceedings(
            await database.AgendaAsync(session, ct),
            await database.Contributions.AsNoTracking().Where(row => row.SessionId == session).OrderBy(row => row.Id).ToListAsync(ct),
            await database
                .Votes.AsNoTracking()
                .Where(row => row.SessionId == session)
                .OrderBy(row => row.Id)
                .ThenBy(row => row.Number)
                .ToListAsync(ct),
            resolution?.Text ?? "",
            await database.ActionItems.AsNoTracking().Where(row => row.SessionId == session).OrderBy(row => row.Position).ToListAsync(ct),
            resolution?.Version ?? 0
        );
    }

    public ProceedingsView View(Guid session, int present, DateTimeOffset now) =>
        new(
            session,
            now,
            present,
            [.. Agenda.Select(AgendaViews.Of)],
            Speakers,
            [
                .. Contributions.Select(row => new ContributionView(
                    row.Id,
                    row.Kind,
                    row.MemberId,
                    row.Name,
                    row.ItemId,
                    row.Note,
                    row.At,
                    row.ByName
                )),
            ],
            [
                .. Votes.Select(row => new VoteView(
                    row.Id,
                    row.Number,
                    row.Question,
                    row.ItemId,
                    row.For,
                    row.Against,
                    row.Abstain,
                    row.Present,
                    row.At,
                    row.ByName
                )),
            ],
            new ResolutionView(
                Resolution,
                [
                    .. Items.Select(row => new ActionItemView(
                        row.Id,
                        row.What,
                        row.MemberId,
                        row.UnitId,
                        row.Responsible,
                        row.DueOn,
                        row.Target,
                        row.Measure
                    )),
                ],
                Version
            )
        );
}
