using Campaign.Api.Directive;
using Campaign.Api.Problems;
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
    private static readonly DateOnly s_earliest = new(2000, 1, 1);
    private static readonly DateOnly s_latest = new(2100, 12, 31);

    /// <exception cref="Problem">The commitment cannot be made; says what to correct.</exception>
    public async Task<Commitment> ApplyAsync(MakeCommitment make, CancellationToken ct)
    {
        var title = Title(make.Title);
        var unit = await db.UnitAsync(make.UnitId, ct);
        CommitmentActions.Promise.Demand(caller, unit.Path);
        Problem.Unless(unit.ValidTo is null || unit.ValidTo > time.Today(), "unitId", DirectiveProblems.UnitEnded);
        if (!await db.CampaignsReadableBy(caller).AnyAsync(campaign => campaign.Id == make.CampaignId, ct))
        {
            throw Problem.NotFound("campaign");
        }

        await DemandHeadAsync(make.HeadId, unit, ct);
        var asked = await AskedAsync(make, ct);
        await DemandDocumentAsync(asked?.DirectiveId ?? make.DirectiveId, make.CampaignId, ct);
        var deeds = Check(make.Deeds);
        foreach (var (index, deed) in deeds.Index())
        {
            Problem.Unless(deed.Id is null, $"deeds[{index}].id", DirectiveProblems.OnlyInCorrections);
        }

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
        Problem.Unless(
            deeds is { Count: >= 1 and <= Commitment.MaxDeeds },
            "deeds",
            FieldCodes.Count,
            ("min", 1),
            ("max", Commitment.MaxDeeds)
        );
        return
        [
            .. deeds.Select(
                (deed, index) =>
                    deed with
                    {
                        What = Problem.Text(deed.What, $"deeds[{index}].what", 500),
                        Target = Amount(deed.Target, $"deeds[{index}].target"),
                        Measure = Problem.Text(deed.Measure, $"deeds[{index}].measure", 100),
                        DueOn = Due(deed.DueOn, $"deeds[{index}].dueOn"),
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
            field,
            DirectiveProblems.Amount,
            ("max", MaxAmount)
        );
        return amount;
    }

    private static DateOnly Due(DateOnly day, string field)
    {
        Problem.Unless(day >= s_earliest, field, FieldCodes.TooEarly, ("earliest", s_earliest));
        Problem.Unless(day <= s_latest, field, FieldCodes.TooLate, ("latest", s_latest));
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
            "link",
            DirectiveProblems.WebAddress
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
            "headId",
            DirectiveProblems.HeadOfTheUnit
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
        Problem.Unless(asked?.CampaignId == make.CampaignId, "assignmentId", DirectiveProblems.AssignmentOfTheUnit);
        return asked;
    }

    private async Task DemandDocumentAsync(Guid? directive, Guid campaign, CancellationToken ct)
    {
        Problem.Unless(
            directive is null
                || await db.DirectivesReadableBy(caller).AnyAsync(row => row.Id == directive && row.CampaignId == campaign, ct),
            "directiveId",
            DirectiveProblems.DocumentOfTheCampaign
        );
    }
}
