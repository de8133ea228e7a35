using Campaign.Api.Session;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Sessions.Attendance;
using Campaign.Sessions.Members;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Scheduling;

/// <summary>
/// Fixes who is expected, in one statement whatever the number. Only active members: the exempted leave the denominator.
/// Each gets a number on the printed sheet, in the order of units and, as people here look for a name, of given names.
/// </summary>
public static class Participants
{
    public const int Max = 20_000;
    private const int Named = 20;

    /// <summary>Every active member of the unit and the units below it.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="Problem"><c>too-many-participants</c>.</exception>
    public static async Task<int> ExpectSubtreeAsync(this SessionDb database, Session session, CancellationToken ct)
    {
        await database.MakePartitionAsync(session, ct);
        var (from, to) = UnitPath.Below(session.UnitPath);
        var expected = await database.Database.ExecuteSqlAsync(
            $"""
            insert into attendance (district, quarter, session_id, member_id, line)
            select {session.District}, {session.Quarter}, {session.Id}, id, row_number() over (order by unit_path,
                regexp_replace(full_name, '^.* ', ''), full_name, id) from members
            where status = {MemberStatuses.Active} and (unit_path = {session.UnitPath} or (unit_path >= {from} and unit_path < {to}))
            limit {Max + 1}
            """,
            ct
        );
        return expected <= Max ? expected : throw new Problem(SessionProblems.TooManyParticipants, ("max", Max));
    }

    /// <summary>Exactly these members, who must be active and within the units of the caller.</summary>
    /// <exception cref="Problem"><c>participants-not-active</c>, <c>participants-outside-your-units</c>.</exception>
    public static async Task<int> ExpectAsync(
        this SessionDb database,
        Session session,
        IReadOnlyCollection<Guid> memberIds,
        Caller caller,
        CancellationToken ct
    )
    {
        var ids = memberIds.Distinct().ToArray();
        // asked afterwards, so that whoever stops being active in between is noticed
        var expected = await database.ExpectActiveAsync(session, ids, ct);
        await database.DemandExpectableAsync(ids, caller, ct);
        return expected;
    }

    /// <summary>All of them are active and within the units of the caller.</summary>
    /// <exception cref="Problem"><c>participants-not-active</c>, <c>participants-outside-your-units</c>.</exception>
    public static async Task DemandExpectableAsync(this SessionDb database, Guid[]? ids, Caller caller, CancellationToken ct)
    {
        if (ids is null)
        {
            return;
        }

        var active = database.Members.Where(member => ids.Contains(member.Id) && member.Status == MemberStatuses.Active);
        var known = await active.Select(member => member.Id).ToListAsync(ct);
        if (known.Count < ids.Length)
        {
            throw new Problem(
                SessionProblems.ParticipantsNotActive,
                ("inactive", ids.Length - known.Count),
                ("named", ids.Length),
                ("memberIds", ids.Except(known).Take(Named).ToArray())
            );
        }

        if (await active.Within(caller.Paths, member => member.UnitPath).CountAsync(ct) < ids.Length)
        {
            throw new Problem(SessionProblems.ParticipantsOutsideYourUnits);
        }
    }

    /// <summary>Those of these members who are active today; whoever named them was asked before.</summary>
    public static async Task<int> ExpectActiveAsync(this SessionDb database, Session session, Guid[] memberIds, CancellationToken ct)
    {
        await database.MakePartitionAsync(session, ct);
        await database.RememberDistrictAsync(session, memberIds, ct);
        return await database.Database.ExecuteSqlAsync(
            $"""
            insert into attendance (district, quarter, session_id, member_id, line)
            select {session.District}, {session.Quarter}, {session.Id}, id, row_number() over (order by unit_path,
                regexp_replace(full_name, '^.* ', ''), full_name, id) from members
            where id = any({memberIds}) and status = {MemberStatuses.Active}
            """,
            ct
        );
    }
}
