using Campaign.Api.Organization;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Sweeps;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Organization.Reorganisation;

/// <summary>Carries out decisions on their day (Asia/Ho_Chi_Minh), in the order of their days, at start and every minute.</summary>
internal sealed class DecisionRunner(SweepServices services, CityDay day) : Sweep(services)
{
    protected override TimeSpan Every => TimeSpan.FromMinutes(1);

    protected override async Task RoundAsync(CancellationToken ct)
    {
        while (await ApplyNextAsync(ct)) { }
    }

    /// <returns>Whether a decision was due.</returns>
    private async Task<bool> ApplyNextAsync(CancellationToken ct)
    {
        await using var scope = Scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OrganizationDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var decision = (
            await db
                .Decisions.FromSql(
                    $"""
                    select * from decisions where state = {DecisionStates.Scheduled} and effective_on <= {day.Today}
                    order by effective_on, id limit 1 for update skip locked
                    """
                )
                .ToListAsync(ct)
        ).SingleOrDefault();
        if (decision is null)
        {
            return false;
        }

        try
        {
            // whether its author may was asked when it was recorded
            await scope.ServiceProvider.GetRequiredService<DecisionWork>().ApplyAsync(decision, _ => true, ct);
        }
        catch (Problem problem)
        {
            // steps are checked before anything is written
            db.ChangeTracker.Clear();
            db.Attach(decision);
            decision.Fail(problem.View());
            await db.SaveChangesAsync(ct);
            Logger.LogWarning("Decision {Number} cannot take effect: {Reason}", decision.Number, problem.Message);
        }

        await transaction.CommitAsync(ct);
        return true;
    }
}
