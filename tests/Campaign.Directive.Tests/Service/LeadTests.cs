using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Testing;

namespace Campaign.Directives.Tests.Service;

/// <summary>One unit leads, others co-operate, the rest carry out.</summary>
[Collection(ServiceTests.Name)]
public sealed class LeadTests(DirectiveService service)
{
    [Fact]
    public async Task Status_of_the_lead_is_the_documents_and_those_beside_see_who_leads()
    {
        var ward = await service.WardAsync(3);
        var (lead, beside, other) = (ward.Cells[0], ward.Cells[1], ward.Cells[2]);
        var issued = await LedAsync(
            lead,
            [beside],
            [other],
            service.Asking(RequirementKinds.Acknowledge),
            service.Asking(RequirementKinds.Report)
        );
        (issued.Lead!.UnitId, issued.Lead.State).ShouldBe((lead.Id, "issued"));
        issued.Cooperating.ShouldHaveSingleItem().UnitId.ShouldBe(beside.Id);
        var secretary = service.Secretary(ward.Unit);
        (await secretary.AssignmentsAsync(issued.Id))
            .Items.Select(asked => (asked.UnitId, asked.Part, asked.LeadUnit))
            .Distinct()
            .ShouldBe([
                (lead.Id, "lead", issued.Lead.UnitName),
                (beside.Id, "co-operates", issued.Lead.UnitName),
                (other.Id, null, issued.Lead.UnitName),
            ]);

        await secretary.AcknowledgeManyAsync(new AcknowledgeMany(issued.Id, beside.Path, null));
        (await service.Officer.DirectiveAsync(issued.Id)).Lead!.State.ShouldBe("issued");
        await secretary.AcknowledgeManyAsync(new AcknowledgeMany(issued.Id, lead.Path, null));
        (await service.Officer.DirectiveAsync(issued.Id)).Lead!.State.ShouldBe("acknowledged");
        var report = (
            await secretary.AssignmentsAsync(issued.Id, lead.Id, requirement: RequirementKinds.Report)
        ).Items.ShouldHaveSingleItem();
        await secretary.ReportAsync(report.Id, new ReportAssignment("Đã xong", null));
        (await service.Officer.DirectivesAsync(issued.CampaignId)).Items.ShouldHaveSingleItem().Lead!.State.ShouldBe("reported");
    }

    [Fact]
    public async Task Overdue_lead_makes_the_document_overdue()
    {
        var ward = await service.WardAsync(2);
        var issued = await LedAsync(ward.Cells[0], [], [ward.Cells[1]], service.Asking(RequirementKinds.Report, 2));
        service.Clock.Ahead = TimeSpan.FromDays(5);
        try
        {
            (await service.Officer.DirectiveAsync(issued.Id)).Lead!.Overdue.ShouldBeTrue();
        }
        finally
        {
            service.Clock.Ahead = TimeSpan.Zero;
        }
    }

    [Fact]
    public async Task Unit_that_goes_on_in_the_leads_place_leads()
    {
        var ward = await service.WardAsync(2);
        var (lead, successor) = (ward.Cells[0], ward.Cells[1]);
        var issued = await LedAsync(lead, [], [], service.Asking(RequirementKinds.Acknowledge), service.Asking(RequirementKinds.Report));
        var done = (
            await service.Officer.AssignmentsAsync(issued.Id, requirement: RequirementKinds.Acknowledge)
        ).Items.ShouldHaveSingleItem();
        await service.Secretary(lead).AcknowledgeAsync(done.Id, new Acknowledge(null));
        await service.Organization.PublishAsync(lead.Changed().Ended(), lead.Changed(version: 2).Into(successor.Changed()));
        await Eventually.EqualsAsync(
            "the successor to lead",
            async () => (await service.Officer.DirectiveAsync(issued.Id)).Lead!.UnitId,
            successor.Id
        );
    }

    [Fact]
    public async Task Lead_is_asked_for_something_and_lies_within_the_officers_units()
    {
        var ward = await service.WardAsync(2);
        var draft = await service.DraftAsync();
        var issue = new IssueDirective([ward.Cells[1].Id], null, [service.Asking(RequirementKinds.Report, 30, UnitTypes.Cell)])
        {
            LeadUnitId = ward.Unit.Id,
        };
        await service.Officer.IssueAsync(draft.Id, issue).ShouldBeRefusedAsync("requirements", DirectiveProblems.LeadersNotAsked);
        await service
            .Officer.IssueAsync(draft.Id, issue with { LeadUnitId = service.OtherDistrict.Id })
            .ShouldBeRefusedAsync("outside-your-units");
        await service
            .Officer.IssueAsync(draft.Id, issue with { LeadUnitId = null, CooperatingUnitIds = [ward.Cells[0].Id] })
            .ShouldBeRefusedAsync("cooperatingUnitIds", DirectiveProblems.LeaderNeeded);
        await service
            .Officer.IssueAsync(draft.Id, issue with { LeadUnitId = Guid.NewGuid() })
            .ShouldBeRefusedAsync("leadUnitId", DirectiveProblems.UnitsNotToday);
        (await service.Officer.PreviewIssueAsync(draft.Id, issue with { LeadUnitId = ward.Cells[0].Id })).Units.ShouldBe(2);
    }

    private async Task<DirectiveView> LedAsync(
        TestUnit lead,
        IReadOnlyList<TestUnit> beside,
        IReadOnlyList<TestUnit> others,
        params Requirement[] requirements
    )
    {
        var draft = await service.DraftAsync();
        var issue = new IssueDirective([.. others.Select(unit => unit.Id)], null, requirements)
        {
            LeadUnitId = lead.Id,
            CooperatingUnitIds = [.. beside.Select(unit => unit.Id)],
        };
        await service.Officer.IssueAsync(draft.Id, issue);
        return await service.AssignedAsync(draft.Id, (1 + beside.Count + others.Count) * requirements.Length);
    }
}
