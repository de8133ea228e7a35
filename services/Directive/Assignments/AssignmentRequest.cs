using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.ServiceDefaults.Audit;
using Campaign.Time;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Campaign.Directives.Assignments;

/// <summary>What is written beside a change.</summary>
internal sealed record Noted(string Text, DateOnly? Until = null);

/// <summary>A signed-in person changes one assignment: scope, rule, note, audit and answer.</summary>
internal sealed class AssignmentRequest(
    DirectiveDb db, AssignmentChanges changes, Caller caller, IAudit audit, TimeProvider time, IHttpContextAccessor http)
{
    /// <summary>The unit's secretary, or one above.</summary>
    public Task<Ok<AssignmentView>> ByUnitAsync(
        Guid id, string action, Func<Assignment, IReadOnlyList<CampaignEvent>> rule, Noted? note, CancellationToken ct) =>
        ChangeAsync(id, action, assignment => caller.Demand(assignment.UnitPath), rule, note, ct);

    /// <summary>Somebody with a post above the unit.</summary>
    public Task<Ok<AssignmentView>> BySuperiorAsync(
        Guid id, string action, Func<Assignment, IReadOnlyList<CampaignEvent>> rule, Noted? note, CancellationToken ct) =>
        ChangeAsync(id, action, assignment => caller.DemandAbove(assignment.UnitPath), rule, note, ct);

    private async Task<Ok<AssignmentView>> ChangeAsync(
        Guid id, string action, Action<Assignment> demand, Func<Assignment, IReadOnlyList<CampaignEvent>> rule, Noted? note, CancellationToken ct)
    {
        var assignment = await db.TogetherAsync(async () =>
        {
            audit.Record(action, nameof(Assignment), id.ToString());
            var before = 0L;
            var changed = await changes.ChangeAsync(id, found =>
            {
                demand(found);
                before = found.Version;
                return rule(found);
            }, ct);
            if (note is not null && changed.Version != before)
            {
                db.AssignmentNotes.Add(new AssignmentNote
                {
                    AssignmentId = id,
                    Action = action,
                    Text = note.Text,
                    Until = note.Until,
                    At = time.GetUtcNow(),
                    By = caller.Name[..Math.Min(caller.Name.Length, 200)],
                });
            }

            return changed;
        }, ct);
        Etags.Set(http.HttpContext!.Response, assignment.Version);
        return TypedResults.Ok(await db.ViewAsync(assignment, time.Today(), ct));
    }
}
