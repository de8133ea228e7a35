using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Directives.Assignments;
using Campaign.Directories.Units;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Commitments;

/// <summary>What must hold of a promise before it is written down.</summary>
internal sealed class PromiseRules(DirectiveDb db, Caller caller, TimeProvider time)
{
    private const decimal MaxAmount = 1_000_000_000;

    /// <exception cref="Problem">The commitment cannot be made; says what to correct.</exception>
    public async Task<Commitment> ApplyAsync(MakeCommitment make, CancellationToken ct)
    {
        var title = Title(make.Title);
        var unit = await db.UnitAsync(make.UnitId, ct);
        CommitmentActions.Promise.Demand(caller, unit.Path);
        Problem.Unless(
            unit.ValidTo is null || unit.ValidTo > time.Today(),
            "'unitId' names a unit that has ended. Name the unit that goes on in its place."
        );
        if (!await db.CampaignsReadableBy(caller).AnyAsync(campaign => campaign.Id == make.CampaignId, ct))
        {
            throw Problem.NotFound("campaign");
        }

        await DemandHeadAsync(make.HeadId, unit, ct);
        var asked = await AskedAsync(make, ct);
        await DemandDocumentAsync(asked?.DirectiveId ?? make.DirectiveId, make.CampaignId, ct);
        var deeds = Check(make.Deeds);
        Problem.Unless(deeds.All(deed => deed.Id is null), "'deeds.id' is for corrections. Leave it out.");
        return new Commitment
        {
            CampaignId = make.CampaignId,
            UnitId = unit.Id,
            UnitPath = unit.Path,
            District = UnitPath.District(unit.Path),
            HeadId = make.HeadId,
            DirectiveId = asked?.DirectiveId ?? make.DirectiveId,
            AssignmentId = make.AssignmentId,
            Title = title,
            MadeOn = time.DayOf(make.On),
        }.Promising(deeds);
    }

    public static string Title(string? title) => Problem.Text(title, "title", 300);

    /// <exception cref="Problem"><c>invalid-request</c>.</exception>
    public static IReadOnlyList<DeedDraft> Check(IReadOnlyList<DeedDraft>? deeds)
    {
        Problem.Unless(deeds is { Count: >= 1 and <= Commitment.MaxDeeds }, $"'deeds' must be 1 to {Commitment.MaxDeeds}.");
        return
        [
            .. deeds!.Select(deed =>
                deed with
                {
                    What = Problem.Text(deed.What, "deeds.what", 500),
                    Target = Amount(deed.Target, "deeds.target"),
                    Measure = Problem.Text(deed.Measure, "deeds.measure", 100),
                    DueOn = Due(deed.DueOn),
                }
            ),
        ];
    }

    /// <exception cref="Problem"><c>invalid-request</c>.</exception>
    public static DeedProgress Check(DeedProgress progress) =>
        progress with
        {
            Amount = Amount(progress.Amount, "amount"),
            Evidence = Problem.Text(progress.Evidence, "evidence", ProgressEntry.MaxEvidence),
            Link = Link(progress.Link),
        };

    private static decimal Amount(decimal amount, string field)
    {
        Problem.Unless(
            amount > 0 && amount <= MaxAmount && decimal.Round(amount, 2) == amount,
            $"'{field}' must be more than 0, at most {MaxAmount:0}, and have 2 decimals at most."
        );
        return amount;
    }

    private static DateOnly Due(DateOnly day)
    {
        Problem.Unless(day.Year is >= 2000 and <= 2100, "'deeds.dueOn' must be a day between 2000 and 2100.");
        return day;
    }

    // shown as a link to others: nothing but a web address
    private static string? Link(string? link)
    {
        if (string.IsNullOrWhiteSpace(link))
        {
            return null;
        }

        var text = Problem.Text(link, "link", ProgressEntry.MaxLink);
        Problem.Unless(
            Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https",
            "'link' must be an http or https address."
        );
        return text;
    }

    private async Task DemandHeadAsync(Guid? head, DirectoryUnit unit, CancellationToken ct)
    {
        if (head is null)
        {
            return;
        }

        var member = await db.Members.AsNoTracking().SingleOrDefaultAsync(known => known.Id == head, ct)
            ?? throw Problem.NotFound("member");
        Problem.Unless(
            UnitPath.IsWithin(member.UnitPath, unit.Path) && member.Status != MemberStatuses.Left,
            "'headId' must be a member of the unit, or of a unit below it. Choose the unit's head."
        );
    }

    private async Task<Assignment?> AskedAsync(MakeCommitment make, CancellationToken ct)
    {
        if (make.AssignmentId is not { } id)
        {
            return null;
        }

        var asked = await db
            .Assignments.AsNoTracking()
            .SingleOrDefaultAsync(assignment => assignment.Id == id && assignment.UnitId == make.UnitId, ct);
        Problem.Unless(asked?.CampaignId == make.CampaignId, "'assignmentId' must be an assignment of this unit in this campaign.");
        return asked;
    }

    private async Task DemandDocumentAsync(Guid? directive, Guid campaign, CancellationToken ct)
    {
        Problem.Unless(
            directive is null
                || await db.DirectivesReadableBy(caller).AnyAsync(row => row.Id == directive && row.CampaignId == campaign, ct),
            "'directiveId' must be a document on record in this campaign."
        );
    }
}
