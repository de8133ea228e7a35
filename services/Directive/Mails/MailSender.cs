using Campaign.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Campaign.Directives.Mails;

/// <summary>
/// Sends what waits. A batch is taken for some minutes and each mail's fate written by itself, so that a crash repeats at most
/// the mail that was on its way, under the same Message-ID. When the server is away nothing counts as tried.
/// </summary>
internal sealed class MailSender(
    DirectiveDb db,
    IOptions<MailSettings> settings,
    IConfiguration configuration,
    MailState state,
    TimeProvider time
)
{
    private const int Batch = 20;

    /// <summary>A mail that could not be sent for so many days says nothing new.</summary>
    private const int MaxDays = 3;

    private static readonly TimeSpan s_away = TimeSpan.FromMinutes(1);

    private MailSettings Settings => settings.Value;

    /// <returns>How many mails were looked at; 0 when none waits, or the server is away.</returns>
    public async Task<int> RunBatchAsync(CancellationToken ct)
    {
        await GiveUpOldAsync(ct);
        var mails = await TakeAsync(ct);
        using var post = new MailPost(Settings);
        foreach (var (mail, index) in mails.Select((mail, index) => (mail, index)))
        {
            try
            {
                await SendAsync(mail, post, ct);
            }
            catch (MailServerException away)
            {
                state.Away(away.Reason);
                await PutOffAsync([.. mails.Skip(index).Select(left => left.Id)], ct);
                return 0;
            }
        }

        return mails.Count;
    }

    private async Task SendAsync(Mail mail, MailPost post, CancellationToken ct)
    {
        var lines = await LinesAsync(mail, ct);
        if (lines.Count == 0)
        {
            await EndAsync(mail, MailStates.NotNeeded, null, ct);
            return;
        }

        var message = MailText.Write(mail, lines, Settings.Sender, new Uri(configuration["Identity:PublicOrigin"]!));
        var (taken, reason) = await post.SendAsync(message, ct);
        state.Answered();
        var error = reason?.Replace(mail.Address!, "…", StringComparison.OrdinalIgnoreCase);
        error = error?[..Math.Min(error.Length, Mail.MaxError)];
        var attempts = mail.Attempts + 1;
        await (
            taken switch
            {
                Taken.Yes => EndAsync(mail, MailStates.Sent, null, ct),
                Taken.NotNow when attempts < Settings.Attempts => TryAgainAsync(mail, attempts, error!, ct),
                _ => EndAsync(mail, MailStates.GivenUp, error, ct),
            }
        );
    }

    private async Task<List<Mail>> TakeAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var until = now + (Settings.Timeout * 2 * Batch) + s_away;
        return await db
            .Mails.FromSql(
                $"""
                update mails set not_before = {until}
                where id in (select id from mails where state = {MailStates.Waiting} and not_before <= {now} order by not_before,
                    id limit {Batch} for update skip locked)
                returning *
                """
            )
            .AsNoTracking()
            .ToListAsync(ct);
    }

    /// <summary>What the day's reminders were about and is still open, in units that are still what they were.</summary>
    private Task<List<MailLine>> LinesAsync(Mail mail, CancellationToken ct)
    {
        var today = time.Today();
        return db
            .Database.SqlQuery<MailLine>(
                $"""
                select u.name as unit, d.symbol, d.title as document, a.title, a.due_on,
                    a.due_on < {today} and a.issued_on < {today} as overdue
                from (select distinct assignment_id from reminders where unit_id = any({mail.UnitIds}) and mailed_on = {mail.Day}) told
                join assignments a on a.id = told.assignment_id join directives d on d.id = a.directive_id join unit_directory u on u.id =
                    a.unit_id
                where a.unit_id = any({mail.UnitIds}) and a.completed_on is null and a.state <> 'recalled'
                order by a.due_on, u.name, d.symbol, a.id limit 1000
                """
            )
            .ToListAsync(ct);
    }

    private Task<int> EndAsync(Mail mail, string end, string? error, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
            update mails set state = {end}, ended_at = {time.GetUtcNow()}, error = {error}, address = null, name = null,
                attempts = attempts + {(end == MailStates.NotNeeded ? 0 : 1)}
            where id = {mail.Id}
            """,
            ct
        );

    /// <summary>After 1 minute, then twice as long each time up to an hour.</summary>
    private Task<int> TryAgainAsync(Mail mail, int attempts, string error, CancellationToken ct)
    {
        var at = time.GetUtcNow() + TimeSpan.FromMinutes(Math.Min(60, Math.Pow(2, attempts - 1)));
        return db.Database.ExecuteSqlAsync(
            $"update mails set attempts = {attempts}, error = {error}, not_before = {at} where id = {mail.Id}",
            ct
        );
    }

    private Task<int> PutOffAsync(Guid[] ids, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"update mails set not_before = {time.GetUtcNow() + s_away} where id = any({ids})", ct);

    private async Task GiveUpOldAsync(CancellationToken ct)
    {
        var (now, before) = (time.GetUtcNow(), time.Today().AddDays(-MaxDays));
        await db.Database.ExecuteSqlAsync(
            $"""
            update mails set state = {MailStates.GivenUp}, ended_at = {now}, address = null, name = null, error = coalesce(error,
                {MailReason.TooOld})
            where day < {before} and state in ({MailStates.Waiting}, {MailStates.Gathered})
            """,
            ct
        );
        await db.Database.ExecuteSqlAsync(
            $"delete from mails where id in (select id from mails where day < {time.Today().AddDays(-Mail.Kept)} order by day limit 1000)",
            ct
        );
    }
}
