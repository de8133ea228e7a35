using Campaign.Api;
using Campaign.Api.Directive;
using Campaign.Contracts;

namespace Campaign.Directives.Tests.Service;

/// <summary>A word that is added as a row is known wherever such words are used, without any change of code.</summary>
[Collection(ServiceTests.Name)]
public sealed class CatalogueTests(DirectiveService service)
{
    [Fact]
    public async Task Document_type_that_is_added_as_a_row_is_recorded_issued_told_and_found()
    {
        await service.ExecuteAsync(
            """
            insert into document_types (code, valid_from, name, english_name, symbol_codes, source, verified)
            values ('TNg', '2026-02-01', 'Thư ngỏ', 'Open letter', '{TNg}', 'Quy định thử', false) on conflict do nothing
            """
        );
        var campaign = await service.CampaignAsync();
        var record = service.Record(campaign.Id, "07-TNg/QU", new DateOnly(2026, 2, 2));

        (await service.Officer.CatalogueAsync(DirectiveCatalogues.DocumentTypes.Name))
            .Value.Entries.Single(entry => entry.Code == "TNg")
            .NameIn("en")
            .ShouldBe("Open letter");
        var draft = await service.Officer.RecordAsync(record);
        draft.DocumentType.ShouldBe("TNg");
        (await service.Officer.DirectivesAsync(campaign.Id, "07-TNg")).Items.ShouldHaveSingleItem().Id.ShouldBe(draft.Id);
        await service.Officer.IssueAsync(draft.Id, new IssueDirective([], null, []));
        (
            await service.ScalarAsync<string>(
                $"select payload ->> 'documentType' from messaging.event_log where aggregate_id = '{draft.Id}'"
            )
        ).ShouldBe("TNg");
        var before = await Should.ThrowAsync<ApiException>(
            service.Officer.RecordAsync(record with { SignedOn = new DateOnly(2026, 1, 31) })
        );
        before.Message.ShouldContain("KH", customMessage: "names what is allowed");
        before.Message.ShouldNotContain("TNg");
    }

    [Fact]
    public async Task Requirement_kind_that_is_added_as_a_row_is_asked_for_reported_told_and_exported()
    {
        await service.ExecuteAsync(
            """
            insert into requirement_kinds (code, valid_from, name, english_name, position, completion, source, verified)
            values ('survey', '2020-01-01', 'Khảo sát', 'Survey', 6, 'report', 'Quy định thử', false) on conflict do nothing
            """
        );
        var ward = await service.WardAsync(1);
        var directive = await service.IssuedAsync(ward.Cells, service.Asking("survey"));
        var secretary = service.Secretary(ward.Cells[0]);

        var entry = (await secretary.CatalogueAsync(DirectiveCatalogues.RequirementKinds.Name)).Value.Entries.Single(entry =>
            entry.Code == "survey"
        );
        entry.Is(DirectiveCatalogues.Completion, "report").ShouldBeTrue();
        var assignment = (await service.Officer.AssignmentsAsync(directive.Id, requirement: "survey")).Items.ShouldHaveSingleItem();
        (assignment.Requirement, assignment.Completion).ShouldBe(("survey", "report"));
        (await secretary.AssignmentAsync(assignment.Id)).May.ShouldContain("report");
        (await secretary.ReportAsync(assignment.Id, new ReportAssignment("Đã khảo sát", null))).State.ShouldBe("reported");
        (
            await service.ScalarAsync<string>(
                $"select payload ->> 'requirement' from messaging.event_log where aggregate_id = '{assignment.Id}' and type = "
                    + "'AssignmentCompleted'"
            )
        ).ShouldBe("survey");
        (await service.Officer.RollUpAsync(directive.Id, ward.Unit.Path)).Requirements.ShouldHaveSingleItem().Kind.ShouldBe("survey");
        (await service.Officer.RollUpWorkbookAsync(directive.Id, ward.Unit.Path)).Length.ShouldBePositive();
        (await service.WrongFiguresAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_in_no_catalogue_is_refused_by_the_codes_that_are()
    {
        var ward = await service.WardAsync(1);
        var draft = await service.DraftAsync();
        var issue = new IssueDirective([ward.Cells[0].Id], null, [service.Asking("dance")]);
        (await Should.ThrowAsync<ApiException>(service.Officer.IssueAsync(draft.Id, issue))).Message.ShouldContain(
            "acknowledge, study-conference, plan, thematic-meeting, report"
        );
        var noSuchUnits = issue with { Requirements = [service.Asking(RequirementKinds.Report, 30, "dance-club")] };
        (await Should.ThrowAsync<ApiException>(service.Officer.IssueAsync(draft.Id, noSuchUnits))).Message.ShouldContain("cell");
        var record = service.Record(draft.CampaignId, "40-KH/QU");
        (
            await Should.ThrowAsync<ApiException>(
                service.Officer.RecordAsync(record with { Details = new DocumentDetails(Urgency: "tomorrow") })
            )
        ).Message.ShouldContain("urgent, very-urgent, immediate");
        (
            await Should.ThrowAsync<ApiException>(
                service.Officer.RecordAsync(record with { Relations = [new DirectiveRelation("likes", draft.Id)] })
            )
        ).Message.ShouldContain("amends");
    }

    [Fact]
    public async Task Catalogue_is_dated_translated_says_what_is_verified_and_is_sent_once()
    {
        var member = service.As($"{Roles.Member}@hn/dong-da");
        var types = await member.CatalogueAsync(DirectiveCatalogues.DocumentTypes.Name);
        var conclusion = types.Value.Entries.Single(entry => entry.Code == "KL" && entry.ValidTo is null);
        (conclusion.NameIn("vi"), conclusion.NameIn("en"), conclusion.ValidFrom, conclusion.Verified).ShouldBe(
            ("Kết luận", "Conclusion", new DateOnly(2026, 1, 9), true)
        );
        types.Value.Entries.Count(entry => !entry.Verified).ShouldBeGreaterThan(0);
        (await member.CatalogueAsync(DirectiveCatalogues.DocumentTypes.Name, types)).ShouldBeSameAs(types);
    }
}
