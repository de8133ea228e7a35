using Campaign.Api.Directive;
using Campaign.Api.Problems;
using Campaign.Contracts;

namespace Campaign.Directives.Tests.Service;

[Collection(ServiceTests.Name)]
public sealed class RelationTests(DirectiveService service)
{
    private static readonly DateOnly s_start = new(2016, 5, 15);

    [Fact]
    public async Task Chain_runs_from_the_highest_body_down_to_the_ward_in_one_graph()
    {
        var campaign = await service.CampaignAsync();
        var ward = await service.WardAsync(1);
        var directive05 = await service.DraftAsync(campaign, "05-CT/TW", s_start);
        var conclusion01 = await RecordAsync(
            campaign,
            "01-KL/TW",
            s_start.AddYears(5),
            null,
            new DirectiveRelation("continues", directive05.Id)
        );
        var plan39 = await service.DraftAsync(campaign, "39-KH/TU", s_start.AddYears(5).AddDays(60), conclusion01.Id);
        // a unit below carries out the superior's with a document of its own
        var own = await service
            .Secretary(ward.Unit)
            .RecordAsync(
                service.Record(campaign.Id, "5-KH/ĐU", s_start.AddYears(5).AddDays(90), plan39.Id) with
                {
                    OwnerUnitId = ward.Unit.Id,
                    Issuer = "Đảng ủy phường",
                }
            );

        var graph = await service.Secretary(ward.Unit).GraphAsync(own.Id);
        graph.Documents.Select(document => document.Symbol).ShouldBe(["05-CT/TW", "01-KL/TW", "39-KH/TU", "05-KH/ĐU"]);
        graph.Relations.ShouldBe(
            [
                new GraphRelation(conclusion01.Id, directive05.Id, "continues"),
                new GraphRelation(plan39.Id, conclusion01.Id, "carries-out"),
                new GraphRelation(own.Id, plan39.Id, "carries-out"),
            ],
            ignoreOrder: true
        );
        // from above the same, as far as one reads: the other district sees nothing of it
        (await service.Officer.GraphAsync(directive05.Id)).Documents.Count.ShouldBe(4);
        await service.As($"{Roles.DistrictOfficer}@hn/dong-da").GraphAsync(own.Id).ShouldBeRefusedAsync("not-found");
    }

    [Fact]
    public async Task Replaced_document_is_outdated_from_the_day_the_new_one_is_issued()
    {
        var campaign = await service.CampaignAsync();
        var old = await service.DraftAsync(campaign, "10-KH/QU", s_start);
        await service.Officer.IssueAsync(old.Id, new IssueDirective([], null, []));
        var renewed = await RecordAsync(campaign, "11-KH/QU", s_start.AddDays(30), null, new DirectiveRelation("replaces", old.Id));
        (await service.Officer.DirectiveAsync(old.Id)).ReplacedById.ShouldBeNull();
        await service.Officer.IssueAsync(renewed.Id, new IssueDirective([], null, []));
        (await service.Officer.DirectiveAsync(old.Id)).ReplacedById.ShouldBe(renewed.Id);
        (await service.Officer.GraphAsync(renewed.Id)).Documents.Single(document => document.Id == old.Id).Outdated.ShouldBeTrue();
    }

    [Fact]
    public async Task Relation_names_an_earlier_document_that_one_reads()
    {
        var campaign = await service.CampaignAsync();
        var later = await service.DraftAsync(campaign, "12-KH/QU", s_start.AddDays(1));
        await RecordAsync(campaign, "13-KH/QU", s_start, null, new DirectiveRelation("amends", later.Id))
            .ShouldBeRefusedAsync("relations[0].directiveId", DirectiveProblems.EarlierDocument);
        await RecordAsync(campaign, "13-KH/QU", s_start, null, new DirectiveRelation("carries-out", later.Id))
            .ShouldBeRefusedAsync("relations[0].kind", FieldCodes.OneOf);
        await RecordAsync(campaign, "13-KH/QU", s_start, null, new DirectiveRelation("amends", Guid.NewGuid()))
            .ShouldBeRefusedAsync("relations[0].directiveId", DirectiveProblems.EarlierDocument);
    }

    [Fact]
    public async Task State_document_is_on_record_under_its_own_form_of_symbol()
    {
        var campaign = await service.CampaignAsync();
        var recorded = await service.Officer.RecordAsync(
            service.Record(campaign.Id) with
            {
                Symbol = "39 / kh - ubnd",
                DocumentType = "KH",
                Issuer = "UBND quận Thanh Xuân",
            }
        );
        recorded.Symbol.ShouldBe("39/KH-UBND");
        var letter = await service.Officer.RecordAsync(
            service.Record(campaign.Id) with
            {
                Symbol = "120/UBND-NV",
                DocumentType = "CV",
                Issuer = "UBND quận Thanh Xuân",
            }
        );
        (letter.Symbol, letter.DocumentType).ShouldBe(("120/UBND-NV", "CV"));
    }

    [Fact]
    public async Task Search_finds_words_of_the_text_without_diacritics()
    {
        var campaign = await service.CampaignAsync();
        var found = await service.Officer.RecordAsync(
            service.Record(campaign.Id, "14-KH/QU") with
            {
                Body = "## Mục tiêu\nCải tạo **chung cư cũ** và giải phóng mặt bằng.",
            }
        );
        await service.Officer.RecordAsync(service.Record(campaign.Id, "15-KH/QU") with { Body = "Trật tự đô thị" });
        (await service.Officer.DirectivesAsync(campaign.Id, "chung cu cu")).Items.ShouldHaveSingleItem().Id.ShouldBe(found.Id);
        (await service.Officer.DirectivesAsync(campaign.Id, "MẶT BẰNG")).Items.ShouldHaveSingleItem().Id.ShouldBe(found.Id);
        (await service.Officer.DirectivesAsync(campaign.Id, "an sinh")).Items.ShouldBeEmpty();
    }

    private Task<DirectiveView> RecordAsync(
        CampaignView campaign,
        string symbol,
        DateOnly signedOn,
        Guid? carriesOut,
        params DirectiveRelation[] relations
    ) => service.Officer.RecordAsync(service.Record(campaign.Id, symbol, signedOn, carriesOut) with { Relations = relations });
}
