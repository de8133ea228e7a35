using Campaign.Api;
using Campaign.Api.Evaluation;
using Campaign.Contracts;
using Campaign.Hosting.Problems;
using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Evaluation.Periods;

/// <summary>
/// Gives every active member of a subtree, and every unit of it that existed during the period, a review. One statement,
/// however many they are; who is enrolled already stays as they are.
/// </summary>
internal sealed class Enrolment(EvaluationDb database, PeriodReader periods, IAudit audit)
{
    public async Task<Period> EnrolAsync(Guid id, Enrol request, CancellationToken ct)
    {
        var period = await periods.FindAsync(id, ct);
        var under = Problem.Text(request.Under, "under", 600);
        periods.DemandWithin(period, PeriodActions.Enrol, under);
        if (!await database.Units.AnyAsync(unit => unit.Path == under, ct))
        {
            throw Problem.NotFound("unit");
        }

        database.Database.SetCommandTimeout(RequestLimits.Enrolment.Takes);
        return await database.AtomicallyAsync(
            async () =>
            {
                await AddMissingAsync(period, under, ct);
                audit.Record("enrolled", nameof(Period), period.Id.ToString(), new { under });
                await database.SaveChangesAsync(ct);
                return period;
            },
            ct
        );
    }

    private Task<int> AddMissingAsync(Period period, string under, CancellationToken ct)
    {
        var (low, high) = UnitPath.Below(under);
        return database.Database.ExecuteSqlAsync(
            $"""
            with subjects as (
                select {SubjectKinds.Member} as kind, id, full_name as name, unit_id, unit_path, district from members
                where status = {MemberStatuses.Active} and (unit_path = {under} or (unit_path >= {low} and unit_path < {high}))
                union all
                select {SubjectKinds.Unit}, id, name, id, path, district from unit_directory
                where valid_from <= {period.To} and (valid_to is null or valid_to > {period.From})
                    and (path = {under} or (path >= {low} and path < {high}))
            ), added as (
                insert into reviews (id, period_id, subject_kind, subject_id, subject_name, unit_id, unit_path, district, state, version)
                select gen_random_uuid(), {period.Id}, kind, id, name, unit_id, unit_path, district, 'enrolled',
                    1 from subjects order by kind, id
                on conflict (period_id, subject_kind, subject_id) do nothing
                returning district
            )
            insert into period_counts as c (period_id, district, measure, count)
            select {period.Id}, district, {PeriodCounter.Reviews}, count(*) from added group by district order by district
            on conflict (period_id, district, measure) do update set count = c.count + excluded.count
            """,
            ct
        );
    }
}
