using Campaign.Api.Directive;
using Campaign.Api.Identity;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Campaign.Directives.Mails;

/// <summary>
/// Gathers the day's mails, one a person: units that were reminded since the last day's mails, some hundred at a time, and the
/// people who hold the secretary's post there. What was gathered is marked in the same transaction, so that a crash repeats a
/// batch and nobody gets a second mail. The mails go out when the whole day is gathered.
/// </summary>
internal sealed class MailRound(DirectiveDb db, Recipients recipients, IOptions<MailSettings> settings, TimeProvider time)
{
    private const int Batch = 200;

    /// <returns>How many units were gathered; 0 when the day is done, or has not come.</returns>
    public async Task<int> RunBatchAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var (today, since) = (OfficeDay.Of(now), OfficeDay.Of(now).AddDays(-1));
        if (
            OfficeDay.ClockAt(now).TimeOfDay < settings.Value.At
            || await db.MailDays.AnyAsync(day => day.Day == today, ct)
            || await IsRemindingAsync(today, ct)
        )
        {
            return 0;
        }

        var units = await db
            .Database.SqlQuery<ReminderUnit>(
                $"""
                select reminded.unit_id as id, unit_directory.path
                from (select distinct unit_id from reminders where mailed_on is null and day >= {since} order by unit_id limit {Batch})
                    reminded
                left join unit_directory on unit_directory.id = reminded.unit_id
                """
            )
            .ToListAsync(ct);
        var paths = units.Select(unit => unit.Path).OfType<string>().Distinct().ToList();
        var people = paths.Count == 0 ? [] : await WantingMailAsync(await recipients.OfAsync(paths, ct), ct);
        return await db.TogetherAsync(
            async () =>
            {
                if (units.Count == 0)
                {
                    await db.Database.ExecuteSqlAsync($"insert into mail_days (day) values ({today}) on conflict do nothing", ct);
                    await db.Database.ExecuteSqlAsync(
                        $"update mails set state = {MailStates.Waiting} where day = {today} and state = {MailStates.Gathered}",
                        ct
                    );
                    return 0;
                }

                foreach (var person in people)
                {
                    var own = units.Where(unit => person.UnitPaths.Contains(unit.Path)).Select(unit => unit.Id).ToArray();
                    await db.Database.ExecuteSqlAsync(
                        $"""
                        insert into mails (id, account_id, day, unit_ids, name, address, state, attempts, not_before)
                        values ({Guid.CreateVersion7()}, {person.AccountId}, {today}, {own}, {person.Name}, {person.Email},
                            {MailStates.Gathered}, 0, {now})
                        on conflict (account_id, day) do update set unit_ids = mails.unit_ids || excluded.unit_ids where not mails.unit_ids
                            @> excluded.unit_ids
                        """,
                        ct
                    );
                }

                var ids = units.Select(unit => unit.Id).ToArray();
                await db.Database.ExecuteSqlAsync(
                    $"update reminders set mailed_on = {today} where unit_id = any({ids}) and mailed_on is null and day >= {since}",
                    ct
                );
                return units.Count;
            },
            ct
        );
    }

    private async Task<IReadOnlyList<MailRecipient>> WantingMailAsync(IReadOnlyList<MailRecipient> people, CancellationToken ct)
    {
        var accounts = people.Select(person => person.AccountId).ToArray();
        var without = await db
            .MailOptOuts.Where(choice => accounts.Contains(choice.AccountId))
            .Select(choice => choice.AccountId)
            .ToListAsync(ct);
        return [.. people.Where(person => !without.Contains(person.AccountId))];
    }

    /// <summary>Whether today's reminders are still being made: the mails tell of all of them.</summary>
    private Task<bool> IsRemindingAsync(DateOnly today, CancellationToken ct) =>
        db.Assignments.AnyAsync(a => a.CompletedOn == null && a.State != AssignmentStates.Recalled && a.RemindOn <= today, ct);

    private sealed record ReminderUnit(Guid Id, string? Path);
}
