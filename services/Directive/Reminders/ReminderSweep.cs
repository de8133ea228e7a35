using Campaign.Time;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Reminders;

/// <summary>
/// Reminds units of what is open, a batch in a transaction. What was said and the day on which to look again are written
/// together: a crash repeats a batch or nothing.
/// </summary>
internal sealed class ReminderSweep(DirectiveDb db, TimeProvider time)
{
    private const int Batch = 1000;

    /// <returns>How many assignments were looked at; 0 when none is left today.</returns>
    public Task<int> RunBatchAsync(CancellationToken ct)
    {
        var today = time.Today();
        return db.TogetherAsync(
            async () =>
            {
                // moves nothing but remind_on, so that neither versions nor figures change
                var open = await db
                    .Database.SqlQuery<Candidate>(
                        $"""
                        select id, unit_id, directive_id, issued_on, due_on, remind_on from assignments
                        where completed_on is null and state <> 'recalled' and remind_on <= {today}
                        order by remind_on limit {Batch} for update skip locked
                        """
                    )
                    .ToListAsync(ct);
                var looked = open.ConvertAll(candidate =>
                    (Candidate: candidate, On: ReminderPlan.On(today, candidate.IssuedOn, candidate.DueOn, candidate.RemindOn))
                );
                await MoveOnAsync([.. looked.Select(one => one.Candidate.Id)], [.. looked.Select(one => one.On.NextOn)], ct);
                await RemindAsync([.. looked.Where(one => one.On.Stage is not null)], today, ct);
                return open.Count;
            },
            ct
        );
    }

    /// <summary>Forgets what was said more than <see cref="Reminder.Kept"/> days ago.</summary>
    /// <returns>How many reminders were forgotten; 0 when none is left.</returns>
    public Task<int> ForgetBatchAsync(CancellationToken ct)
    {
        var before = time.Today().AddDays(-Reminder.Kept);
        return db.Database.ExecuteSqlAsync(
            $"""
            delete from reminders where (assignment_id, day) in (select assignment_id, day from reminders where day < {before}
            order by day limit {Batch})
            """,
            ct
        );
    }

    private Task<int> MoveOnAsync(Guid[] ids, DateOnly[] days, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
            update assignments set remind_on = looked.next_on
            from unnest({ids}, {days}) as looked (id, next_on) where assignments.id = looked.id
            """,
            ct
        );

    private async Task RemindAsync(List<(Candidate Candidate, Reminded On)> reminded, DateOnly today, CancellationToken ct)
    {
        // in one order, so that two replicas never wait for each other
        var lines = reminded.Select(one => (one.Candidate.UnitId, one.Candidate.DirectiveId)).Distinct().Order().ToList();
        var ids = lines.Select(_ => Guid.CreateVersion7()).ToArray();
        var lineUnits = lines.Select(line => line.UnitId).ToArray();
        var lineDirectives = lines.Select(line => line.DirectiveId).ToArray();
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into notices (id, unit_id, directive_id, day)
            select line.id, line.unit_id, line.directive_id, {today} from unnest({ids}, {lineUnits}, {lineDirectives}) as line (id,
                unit_id, directive_id)
            on conflict (unit_id, directive_id) do update set day = excluded.day, read_at = null, read_by = null
            """,
            ct
        );
        var assignments = reminded.Select(one => one.Candidate.Id).ToArray();
        var units = reminded.Select(one => one.Candidate.UnitId).ToArray();
        var directives = reminded.Select(one => one.Candidate.DirectiveId).ToArray();
        var stages = reminded.Select(one => one.On.Stage).ToArray();
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into reminders (assignment_id, day, notice_id, unit_id, stage)
            select said.assignment_id, {today}, notices.id, said.unit_id, said.stage
            from unnest({assignments}, {units}, {directives}, {stages}) as said (assignment_id, unit_id, directive_id, stage)
            join notices on notices.unit_id = said.unit_id and notices.directive_id = said.directive_id
            on conflict (assignment_id, day) do nothing
            """,
            ct
        );
    }

    private sealed record Candidate(Guid Id, Guid UnitId, Guid DirectiveId, DateOnly IssuedOn, DateOnly DueOn, DateOnly RemindOn);
}
