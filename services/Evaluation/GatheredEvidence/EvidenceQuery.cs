using Campaign.Api.Evaluation;
using Campaign.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Evaluation.GatheredEvidence;

/// <summary>Counts the evidence of many subjects at once; each count reads only the subjects' rows of the period.</summary>
internal sealed class EvidenceQuery(EvaluationDb database)
{
    private static readonly Evidence s_none = new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>Evidence by subject id; every subject asked for is there.</summary>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day, inclusive.</param>
    public async Task<IReadOnlyDictionary<Guid, Evidence>> OfAsync(
        string subjectKind,
        IReadOnlyList<Guid> subjects,
        DateOnly from,
        DateOnly to,
        CancellationToken ct
    )
    {
        var found = subjects.Distinct().ToDictionary(subject => subject, _ => s_none);
        if (subjectKind == SubjectKinds.Member)
        {
            await AddAttendanceAsync(found, from, to, ct);
        }
        else
        {
            await AddSessionsAsync(found, from, to, ct);
            await AddQualityAsync(found, from, to, ct);
            await AddAssignmentsAsync(found, from, to, ct);
        }

        await AddCommitmentsAsync(found, from, to, ct);
        await AddAwardsAsync(found, from, to, ct);
        return found;
    }

    private async Task AddAttendanceAsync(Dictionary<Guid, Evidence> found, DateOnly from, DateOnly to, CancellationToken ct)
    {
        Guid[] ids = [.. found.Keys];
        var rows = await database
            .Attendance.Where(a => ids.Contains(a.MemberId) && a.HeldOn >= from && a.HeldOn <= to)
            .GroupBy(a => a.MemberId)
            .Select(group => new
            {
                group.Key,
                Expected = group.Count(),
                Attended = group.Count(a => a.Status == AttendanceStatus.Present),
                Excused = group.Count(a => a.Status == AttendanceStatus.Excused),
            })
            .ToListAsync(ct);
        rows.ForEach(row =>
            found[row.Key] = found[row.Key] with
            {
                SessionsExpected = row.Expected,
                SessionsAttended = row.Attended,
                SessionsExcused = row.Excused,
            }
        );
    }

    // a unit's evidence is that it held its sessions; who came is the members'
    private async Task AddSessionsAsync(Dictionary<Guid, Evidence> found, DateOnly from, DateOnly to, CancellationToken ct)
    {
        Guid[] ids = [.. found.Keys];
        var rows = await database
            .Sessions.Where(s => ids.Contains(s.UnitId) && s.HeldOn >= from && s.HeldOn <= to)
            .GroupBy(s => s.UnitId)
            .Select(group => new { group.Key, Held = group.Count() })
            .ToListAsync(ct);
        rows.ForEach(row => found[row.Key] = found[row.Key] with { SessionsExpected = row.Held, SessionsAttended = row.Held });
    }

    // what did not apply at one meeting lowers nothing: the share of what could be reached
    private async Task AddQualityAsync(Dictionary<Guid, Evidence> found, DateOnly from, DateOnly to, CancellationToken ct)
    {
        Guid[] ids = [.. found.Keys];
        var rows = await database
            .Qualities.Where(q => ids.Contains(q.UnitId) && q.HeldOn >= from && q.HeldOn <= to)
            .GroupBy(q => q.UnitId)
            .Select(group => new
            {
                group.Key,
                Count = group.Count(),
                Points = group.Sum(q => q.Points),
                MaxPoints = group.Sum(q => q.MaxPoints),
            })
            .ToListAsync(ct);
        rows.ForEach(row =>
            found[row.Key] = found[row.Key] with
            {
                SessionsScored = row.Count,
                SessionQuality = decimal.Round(100m * row.Points / row.MaxPoints, 1),
            }
        );
    }

    private async Task AddAssignmentsAsync(Dictionary<Guid, Evidence> found, DateOnly from, DateOnly to, CancellationToken ct)
    {
        Guid[] ids = [.. found.Keys];
        var rows = await database
            .Assignments.Where(a => ids.Contains(a.UnitId) && a.DueOn >= from && a.DueOn <= to && !a.Recalled)
            .GroupBy(a => a.UnitId)
            .Select(group => new
            {
                group.Key,
                OnTime = group.Count(a => a.OnTime == true),
                Late = group.Count(a => a.OnTime == false || (a.OnTime == null && a.Overdue)),
                Open = group.Count(a => a.OnTime == null && !a.Overdue),
            })
            .ToListAsync(ct);
        rows.ForEach(row =>
            found[row.Key] = found[row.Key] with { AssignmentsOnTime = row.OnTime, AssignmentsLate = row.Late, AssignmentsOpen = row.Open }
        );
    }

    private async Task AddCommitmentsAsync(Dictionary<Guid, Evidence> found, DateOnly from, DateOnly to, CancellationToken ct)
    {
        Guid[] ids = [.. found.Keys];
        var rows = await database
            .Commitments.Where(c => ids.Contains(c.SubjectId) && c.FulfilledOn >= from && c.FulfilledOn <= to)
            .GroupBy(c => c.SubjectId)
            .Select(group => new
            {
                group.Key,
                OnTime = group.Count(c => c.OnTime),
                Late = group.Count(c => !c.OnTime),
            })
            .ToListAsync(ct);
        rows.ForEach(row => found[row.Key] = found[row.Key] with { CommitmentsOnTime = row.OnTime, CommitmentsLate = row.Late });
    }

    private async Task AddAwardsAsync(Dictionary<Guid, Evidence> found, DateOnly from, DateOnly to, CancellationToken ct)
    {
        Guid[] ids = [.. found.Keys];
        var rows = await database
            .Awards.Where(a => ids.Contains(a.SubjectId) && a.GrantedOn >= from && a.GrantedOn <= to && a.RevokedOn == null)
            .GroupBy(a => a.SubjectId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(ct);
        rows.ForEach(row => found[row.Key] = found[row.Key] with { Awards = row.Count });
    }
}
