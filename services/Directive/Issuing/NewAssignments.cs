using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Directives.Assignments;
using Campaign.Directives.RollUps;
using Campaign.Directories.Units;
using Campaign.Messaging.Log;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Issuing;

/// <summary>Asks units for what a directive requires of them: assignments, figures and events; nothing twice.</summary>
internal sealed class NewAssignments(DirectiveDb db, IEventLog events)
{
    public static IEnumerable<Assignment> Of(
        IssueJob job,
        DirectoryUnit unit,
        Guid campaign,
        IReadOnlyList<IssuedRequirement> requirements,
        DateOnly on
    ) =>
        requirements
            .Index()
            .Where(requirement => Addressing.Asks(requirement.Item, unit.Type))
            .Select(requirement => new Assignment
            {
                Id = AssignmentId.Of(job.DirectiveId, unit.Id, requirement.Index),
                DirectiveId = job.DirectiveId,
                CampaignId = campaign,
                UnitId = unit.Id,
                UnitPath = unit.Path,
                District = UnitPath.District(unit.Path),
                RequirementNo = requirement.Index,
                Requirement = requirement.Item.Kind,
                Completion = requirement.Item.Completion,
                Title = requirement.Item.Title,
                Part = AssignmentParts.Of(unit.Id, job.LeadUnitId, job.CooperatingUnitIds),
                DueOn = requirement.Item.DueOn,
                IssuedOn = on,
            });

    /// <returns>How many units are asked now that were not before.</returns>
    public async Task<int> AddAsync(IEnumerable<Assignment> asked, CancellationToken ct)
    {
        var assignments = asked.ToList();
        if (assignments.Count == 0)
        {
            return 0;
        }

        var created = await InsertAsync(assignments, ct);
        var news = assignments.Where(assignment => created.Contains(assignment.Id)).ToList();
        news.ForEach(assignment => events.Append(assignment.Issued()));
        await db.CountAsync(RollUpChange.Sum(news.Select(assignment => ((Counted?)null, Counted.Of(assignment)))), ct);
        return news.Select(assignment => assignment.UnitId).Distinct().Count();
    }

    /// <returns>What was not there before.</returns>
    private async Task<HashSet<Guid>> InsertAsync(List<Assignment> assignments, CancellationToken ct)
    {
        var ids = assignments.Select(a => a.Id).ToArray();
        var directives = assignments.Select(a => a.DirectiveId).ToArray();
        var campaigns = assignments.Select(a => a.CampaignId).ToArray();
        var units = assignments.Select(a => a.UnitId).ToArray();
        var paths = assignments.Select(a => a.UnitPath).ToArray();
        var districts = assignments.Select(a => a.District).ToArray();
        var numbers = assignments.Select(a => a.RequirementNo).ToArray();
        var kinds = assignments.Select(a => a.Requirement).ToArray();
        var completions = assignments.Select(a => a.Completion).ToArray();
        var titles = assignments.Select(a => a.Title).ToArray();
        var parts = assignments.Select(a => a.Part).ToArray();
        var due = assignments.Select(a => a.DueOn).ToArray();
        var issued = assignments.Select(a => a.IssuedOn).ToArray();
        var created = await db
            .Database.SqlQuery<Guid>(
                $"""
                insert into assignments
                    (id, directive_id, campaign_id, unit_id, unit_path, district, requirement_no, requirement, completion, title, part,
                        due_on, issued_on, state, version)
                select asked.*, {AssignmentStates.Issued}, 1
                from unnest({ids}, {directives}, {campaigns}, {units}, {paths}, {districts}, {numbers}, {kinds}, {completions}, {titles},
                    {parts}, {due}, {issued}) as asked
                on conflict (id) do nothing returning id as "Value"
                """
            )
            .ToListAsync(ct);
        return [.. created];
    }
}
