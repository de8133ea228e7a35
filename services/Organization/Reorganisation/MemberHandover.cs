using Campaign.Messaging.Log;
using Campaign.Organization.Import;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Organization.Reorganisation;

/// <summary>
/// Members follow their units in a few statements, whatever their number; what each was before stays in their history. The events
/// are read and written in parts, so that half a million members need no more memory than some thousand.
/// </summary>
internal sealed class MemberHandover(OrganizationDb db, IEventLog events)
{
    private const int Part = 5_000;

    /// <param name="changed">Every unit whose path may have changed.</param>
    public async Task CarryOutAsync(IReadOnlyList<Handover> handovers, Guid[] changed, DateOnly on, Guid decision, CancellationToken ct)
    {
        foreach (var handover in handovers)
        {
            await HandOverAsync(handover, on, decision, ct);
        }

        await db.Database.ExecuteSqlAsync(
            $"""
            create temp table moved_members on commit drop as
            select m.id from members m join units u on u.id = m.unit_id
            where u.id = any({changed}) and m.unit_path <> u.path;
            create index on moved_members (id);
            update members m set unit_path = u.path, version = m.version + 1
            from units u, moved_members moved where moved.id = m.id and u.id = m.unit_id
            """,
            ct
        );
        await TellAsync(ct);
    }

    private async Task HandOverAsync(Handover handover, DateOnly on, Guid decision, CancellationToken ct)
    {
        var (from, to) = (handover.From.Id, handover.To.Id);
        // null: whoever is still there
        var numbers = handover.Numbers?.ToArray();
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into member_history (id, member_id, unit_id, status, valid_from, valid_to, decision_id)
            select gen_random_uuid(), id, unit_id, status, since, {on}, {decision} from members
            where unit_id = {from} and since < {on} and ({numbers}::text[] is null or number = any({numbers}::text[]));
            update members set unit_id = {to}, since = greatest(since, {on})
            where unit_id = {from} and ({numbers}::text[] is null or number = any({numbers}::text[]))
            """,
            ct
        );
    }

    private async Task TellAsync(CancellationToken ct)
    {
        HashSet<string> districts = [];
        var last = Guid.Empty;
        while (true)
        {
            var part = await db
                .Members.FromSql(
                    $"select m.* from members m join moved_members moved on moved.id = m.id where m.id > {last} order by m.id limit {Part}"
                )
                .AsNoTracking()
                .ToListAsync(ct);
            if (part.Count == 0)
            {
                break;
            }

            var told = part.OrderBy(member => member.Id).Select(member => member.Changed()).ToList();
            await db.CopyAsync(told.Select(events.Serialise).ToList(), ct);
            districts.UnionWith(told.Select(changed => changed.District));
            last = part.Max(member => member.Id);
        }

        foreach (var district in districts)
        {
            events.Committed(district);
        }
    }
}
