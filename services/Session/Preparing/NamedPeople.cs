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
    /// <param name="field">The path of the field that names the one at this place of the list.</param>
    /// <exception cref="Problem"><c>invalid-request</c>.</exception>
    public async Task<IReadOnlyDictionary<Guid, string>> ParticipantsAsync(
        Session session,
        IReadOnlyList<Guid?> members,
        Func<int, string> field,
        CancellationToken ct
    )
    {
        var ids = members.OfType<Guid>().Distinct().ToList();
        var names = await database
            .Attendance.Of(session)
            .Where(row => ids.Contains(row.MemberId))
            .LeftJoin(database.Members, row => row.MemberId, member => member.Id, (row, member) => new { row.MemberId, member!.FullName })
            .ToDictionaryAsync(row => row.MemberId, row => row.FullName ?? "", ct);
        foreach (var (index, member) in members.Index())
        {
            Problem.Unless(member is not { } id || names.ContainsKey(id), field(index), SessionProblems.NotTakingPart);
        }

        return names;
    }

    /// <summary>Who is present now, by name.</summary>
    /// <exception cref="Problem"><c>invalid-request</c>, <c>not-present</c>.</exception>
    public async Task<string> PresentAsync(Session session, Guid member, CancellationToken ct)
    {
        var name = (await ParticipantsAsync(session, [member], _ => "memberId", ct))[member];
        var status = await database.Attendance.Of(session).Where(row => row.MemberId == member).Select(row => row.Status).SingleAsync(ct);
        return (await StatusBook.ReadAsync(database, ct)).CountsAs(status) == Meanings.Present
            ? name
            : throw new Problem(SessionProblems.NotPresent);
    }
}
