using Campaign.Api.Directive;
using Campaign.Api.Problems;
using Campaign.Contracts;

namespace Campaign.Directives.Tests.Service;

[Collection(ServiceTests.Name)]
public sealed class DocumentTests(DirectiveService service)
{
    [Fact]
    public async Task Document_is_recorded_with_its_symbol_normalised()
    {
        var draft = await service.DraftAsync(symbol: "7 - kh / qu");
        draft.Symbol.ShouldBe("07-KH/QU");
        draft.DocumentType.ShouldBe("KH");
        draft.State.ShouldBe("draft");
        (
            await service.ScalarAsync<string>(
                $"select number || ' ' || type_code || ' ' || issuer_suffix from directives where id = '{draft.Id}'"
            )
        ).ShouldBe("7 KH QU");
        (await service.EventsAsync(draft.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Symbol_recurs_in_another_term_but_not_in_the_same_year()
    {
        var campaign = await service.CampaignAsync();
        await service.DraftAsync(campaign, "01-KH/QU", new DateOnly(2016, 5, 15));
        await service.DraftAsync(campaign, "01-KH/QU", new DateOnly(2021, 5, 18));
        await service.DraftAsync(campaign, "1-kh/qu", new DateOnly(2021, 11, 2)).ShouldBeRefusedAsync("already-recorded");
    }

    [Fact]
    public async Task Same_symbol_of_another_issuer_is_another_document()
    {
        var campaign = await service.CampaignAsync();
        await service.DraftAsync(campaign);
        var other = await service.Officer.RecordAsync(service.Record(campaign.Id) with { Issuer = "Quận ủy Đống Đa" });
        other.Symbol.ShouldBe("39-KH/QU");
        await service
            .Officer.RecordAsync(service.Record(campaign.Id) with { Issuer = "QUẬN UỶ  Đống Đa" })
            .ShouldBeRefusedAsync("already-recorded");
    }

    [Fact]
    public async Task Document_with_a_secrecy_mark_is_refused_and_leaves_nothing()
    {
        var campaign = await service.CampaignAsync();
        var word = $"x{Guid.NewGuid():N}";
        var officer = service.Officer;
        await officer
            .RecordAsync(service.Record(campaign.Id) with { Title = word, SecrecyMark = "mật" })
            .ShouldBeRefusedAsync("secrecy-marked");
        await officer
            .RecordAsync(service.Record(campaign.Id) with { Title = word, Body = $"TUYỆT MẬT\n{word}" })
            .ShouldBeRefusedAsync("secrecy-marked");
        (await service.ScalarAsync<long>($"select count(*) from directives where title = '{word}'")).ShouldBe(0);
        (await service.ScalarAsync<long>($"select count(*) from audit_log where details::text like '%{word}%'")).ShouldBe(0);
        (
            await service.ScalarAsync<long>(
                $"select count(*) from idempotency_keys where convert_from(body, 'utf8') like '%{word}%' or status = 0"
            )
        ).ShouldBe(0);
    }

    [Fact]
    public async Task Document_names_a_type_in_force_when_it_was_signed_and_the_one_of_its_symbol()
    {
        var campaign = await service.CampaignAsync();
        await service
            .Officer.RecordAsync(service.Record(campaign.Id) with { DocumentType = "XX" })
            .ShouldBeRefusedAsync("documentType", DirectiveProblems.DocumentType);
        await service
            .Officer.RecordAsync(service.Record(campaign.Id) with { DocumentType = "CT" })
            .ShouldBeRefusedAsync("symbol", DirectiveProblems.SymbolOfAnotherType);
        await service
            .Officer.RecordAsync(service.Record(campaign.Id) with { Symbol = "39" })
            .ShouldBeRefusedAsync("symbol", DirectiveProblems.Symbol);
        await service
            .Officer.RecordAsync(service.Record(campaign.Id) with { SignedOn = service.Today.AddDays(1) })
            .ShouldBeRefusedAsync("signedOn", FieldCodes.TooLate);
        (await service.Officer.RecordAsync(service.Record(campaign.Id, "366-QĐ/TW") with { DocumentType = "QyĐ" })).Symbol.ShouldBe(
            "366-QĐ/TW"
        );
    }

    [Fact]
    public async Task Document_carries_out_an_earlier_one_of_the_campaign()
    {
        var campaign = await service.CampaignAsync();
        var conclusion = await service.DraftAsync(campaign, "01-KL/TW", new DateOnly(2021, 5, 18));
        (await service.DraftAsync(campaign, "39-KH/QU", carriesOut: conclusion.Id)).CarriesOutId.ShouldBe(conclusion.Id);
        await service
            .DraftAsync(campaign, "40-KH/QU", new DateOnly(2021, 5, 17), conclusion.Id)
            .ShouldBeRefusedAsync("carriesOutId", DirectiveProblems.SuperiorSignedLater);
        await service
            .DraftAsync(await service.CampaignAsync(), "41-KH/QU", carriesOut: conclusion.Id)
            .ShouldBeRefusedAsync("carriesOutId", DirectiveProblems.SuperiorDocument);
    }

    [Fact]
    public async Task Body_is_kept_apart_and_limited_to_1_MiB()
    {
        var campaign = await service.CampaignAsync();
        var kept = await service.Officer.RecordAsync(service.Record(campaign.Id, "50-KH/QU") with { Body = new string('đ', 512 * 1024) });
        (await service.ScalarAsync<int>($"select octet_length(text) from directive_bodies where directive_id = '{kept.Id}'")).ShouldBe(
            1024 * 1024
        );
        await service
            .Officer.RecordAsync(service.Record(campaign.Id, "51-KH/QU") with { Body = new string('đ', (512 * 1024) + 1) })
            .ShouldBeRefusedAsync("body", DirectiveProblems.TextTooLarge);
    }

    [Fact]
    public async Task Search_ignores_case_and_diacritics()
    {
        var campaign = await service.CampaignAsync();
        var draft = await service.DraftAsync(campaign);
        var officer = service.Officer;
        (await officer.DirectivesAsync(campaign.Id, "KE HOACH trien khai")).Items.ShouldHaveSingleItem().Id.ShouldBe(draft.Id);
        (await officer.DirectivesAsync(campaign.Id, "39-kh/qu")).Items.ShouldHaveSingleItem().Id.ShouldBe(draft.Id);
        (await officer.DirectivesAsync(campaign.Id, "100%")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Directive_is_read_by_the_units_below_its_owner_and_not_beside()
    {
        var ward = await service.WardAsync(1);
        var campaign = await service.CampaignAsync();
        var draft = await service.DraftAsync(campaign);
        (await service.As($"{Roles.Member}@{ward.Cells[0].Path}").DirectiveAsync(draft.Id)).ShouldBeEquivalentTo(
            draft with
            {
                May = new List<string>(),
            }
        );
        (await service.As($"{Roles.Analyst}@hn").DirectivesAsync(campaign.Id)).Items.ShouldHaveSingleItem();
        var beside = service.As($"{Roles.DistrictOfficer}@hn/dong-da");
        await beside.DirectiveAsync(draft.Id).ShouldBeRefusedAsync("not-found");
        (await beside.DirectivesAsync(campaign.Id)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Document_of_a_unit_outside_the_officers_subtree_is_refused()
    {
        var campaign = await service.CampaignAsync();
        await service
            .Officer.RecordAsync(service.Record(campaign.Id) with { OwnerUnitId = service.OtherDistrict.Id })
            .ShouldBeRefusedAsync("outside-your-units");
    }
}
