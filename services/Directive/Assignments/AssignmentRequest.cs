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
    DirectiveDb db,
    AssignmentChanges changes,
    Caller caller,
    IAudit audit,
    TimeProvider time,
    IHttpContextAccessor http
)
{
    /// <param name="allowed">Demanded of the assignment as it stands, before the change.</param>
    /// <param name="action">As the audit and the notes say it.</param>
    public async Task<Ok<AssignmentView>> ChangeAsync(
        Guid id,
        ActionRule<Assignment> allowed,
        string action,
        Func<Assignment, IReadOnlyList<CampaignEvent>> rule,
        Noted? note,
        CancellationToken ct
    )
    {
        var assignment = await db.TogetherAsync(
            async () =>
            {
                audit.Record(action, nameof(Assignment), id.ToString());
                var before = 0L;
                var changed = await changes.ChangeAsync(
                    id,
                    found =>
                    {
                        caller.Demand(allowed, found, found.UnitPath);
                        before = found.Version;
                        return rule(found);
                    },
                    ct
                );
                if (note is not null && changed.Version != before)
                {
                    db.AssignmentNotes.Add(
                        new AssignmentNote
                        {
                            AssignmentId = id,
                            Action = action,
                            Text = note.Text,
                            Until = note.Until,
                            At = time.GetUtcNow(),
                            By = caller.Name[..Math.Min(caller.Name.Length, 200)],
                        }
                    );
                }

                return changed;
            },
            ct
        );
        Etags.Set(http.HttpContext!.Response, assignment.Version);
        return TypedResults.Ok(await db.ViewAsync(assignment, caller, time.Today(), ct));
    }
}
