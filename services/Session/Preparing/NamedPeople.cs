using Campaign.Api.Session;
using Campaign.Hosting.Problems;
using Campaign.Sessions.Attendance;
using Campaign.Sessions.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Preparing;

/// <summary>Whom a record of a session names: a participant by their id, or somebody else by name.</summary>
public sealed class NamedPeople(SessionDb database)
{
    public const int MaxName = 200;

    /// <summary>The names of participants.</summary>
    /// <exception cref="Problem"><c>not-a-participant</c>.</exception>
    public async Task<IReadOnlyDictionary<Guid, string>> ParticipantsAsync(
        Session session,
        IEnumerable<Guid?> members,
        CancellationToken ct
    )
    {
        var ids = members.OfType<Guid>().Distinct().ToList();
        var names = await database
            .Attendance.Of(session)
            .Where(row => ids.Contains(row.MemberId))
            .LeftJoin(database.Members, row => row.MemberId, member => member.Id, (row, member) => new { row.MemberId, member!.FullName })
            .ToDictionaryAsync(row => row.MemberId, row => row.FullName ?? "", ct);
        if (names.Count < ids.Count)
        {
            throw Problem.Conflict(
                "not-a-participant",
                "A member who is named does not take part in this session. Name a participant, or write the name down."
            );
        }

        return names;
    }

    /// <summary>Who is present now, by name.</summary>
    /// <exception cref="Problem"><c>not-a-participant</c>, <c>not-present</c>.</exception>
    public async Task<string> PresentAsync(Session session, Guid member, CancellationToken ct)
    {
        var name = (await ParticipantsAsync(session, [member], ct))[member];
        var status = await database.Attendance.Of(session).Where(row => row.MemberId == member).Select(row => row.Status).SingleAsync(ct);
        return (await StatusBook.ReadAsync(database, ct)).CountsAs(status) == Meanings.Present
            ? name
            : throw Problem.Conflict("not-present", "This participant is not recorded as present. Take the roster first.");
    }
}
