using Campaign.Api.Session;
using Campaign.Contracts;
using Campaign.Directories.Units;
using Campaign.Hosting.Problems;
using Campaign.Messaging.Log;
using Campaign.Sessions.Scheduling;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Recurrence;

/// <summary>
/// Makes the sessions of a series that are due. One transaction a series, with its row locked: a runner that dies halfway leaves
/// nothing behind, and two at once take turns; the key of the occurrences lets no day have two.
/// </summary>
public sealed class SeriesWork(SessionDb database, IEventLog events, TimeProvider time)
{
    private const int Batch = 100;

    /// <summary>The series that have something to be made today, at most 100.</summary>
    public Task<List<Guid>> DueAsync(CancellationToken ct)
    {
        var today = time.Today();
        return database
            .Series.Where(series => series.DueOn <= today)
            .OrderBy(series => series.DueOn)
            .Take(Batch)
            .Select(series => series.Id)
            .ToListAsync(ct);
    }

    /// <summary>Makes what is due of one series; nothing when another replica is at it.</summary>
    /// <returns>How many sessions.</returns>
    /// <exception cref="Problem">Nobody could be expected, or too many; nothing was made.</exception>
    public Task<int> MakeAsync(Guid id, CancellationToken ct) =>
        database.AtomicallyAsync(
            async () =>
            {
                var today = time.Today();
                var locked = await database
                    .Database.SqlQuery<Guid>($"select id from series where id = {id} and due_on <= {today} for update skip locked")
                    .ToListAsync(ct);
                if (locked.Count == 0)
                {
                    return 0;
                }

                var made = await MakeAsync(await database.Series.SingleAsync(series => series.Id == id, ct), ct);
                await database.SaveChangesAsync(ct);
                return made;
            },
            ct
        );

    /// <summary>As part of a transaction in which the series is new or locked; the caller saves.</summary>
    public async Task<int> MakeAsync(Series series, CancellationToken ct)
    {
        var today = time.Today();
        var unit = await database.GoesOnAtAsync(series.UnitId, ct) ?? throw Problem.NotFound("unit");
        var known = await database.Occurrences.Where(row => row.SeriesId == series.Id).ToDictionaryAsync(row => row.Day, ct);
        var made = 0;
        foreach (var day in series.DaysToMake(today))
        {
            if (known.GetValueOrDefault(day) is not { } occurrence)
            {
                occurrence = new SeriesOccurrence { SeriesId = series.Id, Day = day };
                database.Occurrences.Add(occurrence);
            }
            else if (occurrence.Skipped || occurrence.SessionId is not null)
            {
                continue;
            }

            occurrence.Make(await MakeAsync(series, unit, occurrence.MovedTo ?? series.Rule.StartOn(day), ct));
            made++;
        }

        series.Made(today);
        return made;
    }

    /// <summary>What could not be made is tried again tomorrow.</summary>
    public Task PostponeAsync(Guid id, CancellationToken ct) =>
        database.Database.ExecuteSqlAsync(
            $"update series set due_on = {time.Today().AddDays(1)} where id = {id} and due_on is not null",
            ct
        );

    private async Task<Guid> MakeAsync(Series series, DirectoryUnit unit, DateTimeOffset startsAt, CancellationToken ct)
    {
        if (unit.ValidTo <= OfficeDay.Of(startsAt))
        {
            throw new Problem(SessionProblems.SeriesUnitEnded);
        }

        var session = new Session
        {
            Id = Guid.CreateVersion7(),
            District = UnitPath.District(unit.Path),
            CampaignId = series.CampaignId,
            UnitId = unit.Id,
            UnitName = unit.Name,
            UnitPath = unit.Path,
            Kind = series.Kind,
            Plan = series.Plan,
            StartsAt = startsAt,
            SeriesId = series.Id,
            ChangedAt = time.GetUtcNow(),
        };
        var expected = series.ParticipantIds is { } chosen
            ? await database.ExpectActiveAsync(session, chosen, ct)
            : await database.ExpectSubtreeAsync(session, ct);
        database.Schedule(session, expected, events);
        return session.Id;
    }
}
