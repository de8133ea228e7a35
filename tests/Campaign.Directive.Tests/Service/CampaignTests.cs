using Campaign.Api;
using Campaign.Api.Directive;
using Campaign.Api.Problems;
using Campaign.Contracts;

namespace Campaign.Directives.Tests.Service;

[Collection(ServiceTests.Name)]
public sealed class CampaignTests(DirectiveService service)
{
    [Fact]
    public async Task Campaign_opened_is_announced_and_read_by_the_units_below()
    {
        var ward = await service.WardAsync(1);
        var opened = await service.CampaignAsync();
        (await service.Secretary(ward.Cells[0]).CampaignAsync(opened.Id)).ShouldBeEquivalentTo(opened);
        (
            await service.ColumnAsync(
                $"select district from messaging.event_log where aggregate_id = '{opened.Id}' and type = 'CampaignOpened'"
            )
        ).ShouldBe(["thanh-xuan"]);
    }

    [Fact]
    public async Task Campaign_of_another_district_is_not_there()
    {
        var opened = await service.CampaignAsync();
        await service.As($"{Roles.DistrictOfficer}@hn/dong-da").CampaignAsync(opened.Id).ShouldBeRefusedAsync("not-found");
    }

    [Fact]
    public async Task Repeat_with_the_same_key_opens_one_campaign()
    {
        var open = new OpenCampaign(
            $"Một lần {Guid.NewGuid()}",
            new DateOnly(2026, 1, 1),
            new DateOnly(2026, 12, 31),
            service.District.Id,
            ["A"]
        );
        var (officer, key) = (service.Officer, Guid.NewGuid().ToString());
        var first = await officer.OpenCampaignAsync(open, key);
        (await officer.OpenCampaignAsync(open, key)).Id.ShouldBe(first.Id);
        (await service.ScalarAsync<long>($"select count(*) from campaigns where name = '{open.Name}'")).ShouldBe(1);
    }

    [Fact]
    public async Task Campaign_that_ends_before_it_begins_is_refused() =>
        await service
            .Officer.OpenCampaignAsync(
                new OpenCampaign("Ngược", new DateOnly(2026, 2, 1), new DateOnly(2026, 1, 1), service.District.Id, ["A"])
            )
            .ShouldBeRefusedAsync("to", FieldCodes.TooEarly);

    [Fact]
    public async Task Campaign_names_each_topic_once()
    {
        var open = new OpenCampaign(
            "Chuyên đề",
            new DateOnly(2026, 1, 1),
            new DateOnly(2026, 2, 1),
            service.District.Id,
            ["Đạo đức", "ĐẠO ĐỨC"]
        );
        await service.Officer.OpenCampaignAsync(open).ShouldBeRefusedAsync("topics[1]", FieldCodes.Twice);
        await service.Officer.OpenCampaignAsync(open with { Topics = [] }).ShouldBeRefusedAsync("topics", FieldCodes.Count);
    }

    [Fact]
    public async Task List_goes_through_all_campaigns_page_by_page()
    {
        var opened = new[] { await service.CampaignAsync(), await service.CampaignAsync(), await service.CampaignAsync() };
        var officer = service.Officer;
        var listed = await Paging
            .AllAsync(cursor => officer.CampaignsAsync(cursor, limit: 2))
            .Select(campaign => campaign.Id)
            .ToListAsync();
        listed.ShouldBeUnique();
        listed.ShouldBe(listed.Order());
        opened.ShouldAllBe(campaign => listed.Contains(campaign.Id));
    }
}
