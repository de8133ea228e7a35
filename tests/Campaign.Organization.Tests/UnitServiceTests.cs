using System.Net;
using Campaign.Api;
using Campaign.Api.Organization;
using Campaign.Contracts;

namespace Campaign.Organization.Tests;

public sealed class UnitServiceTests(OrganizationService service) : IClassFixture<OrganizationService>
{
    [Fact]
    public async Task District_is_registered_with_its_events_in_order()
    {
        (await service.EventsAsync(service.District.Id)).ShouldBe(["DistrictRegistered city", "UnitChanged thanh-xuan"]);
        service.District.District.ShouldBe("thanh-xuan");
        service.District.Path.ShouldBe("hn/thanh-xuan");
    }

    [Fact]
    public async Task A_unit_that_is_to_come_needs_a_decision()
    {
        var ahead = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(5);

        var refusal = await Should.ThrowAsync<ApiException>(() =>
            service.DistrictOfficer.CreateUnitAsync(
                new CreateUnit("mai-sau", "Chi bộ Mai sau", "CB Mai sau", UnitTypes.Cell, service.District.Id, ahead)
            )
        );

        var error = refusal.Errors.ShouldHaveSingleItem();
        (error.Field, error.Code).ShouldBe(("validFrom", OrganizationProblems.UnitToCome.Code));
    }

    [Fact]
    public async Task Unit_is_found_without_diacritics_and_case_by_the_beginnings_of_words()
    {
        var cell = await service.DistrictOfficer.CreateUnitAsync(
            new CreateUnit(
                "dong-da-cb",
                "Chi bộ Đống Đa Hạ Đình",
                "CB Đống Đa",
                UnitTypes.Cell,
                service.District.Id,
                new DateOnly(2010, 1, 1)
            )
        );

        foreach (var search in new[] { "dong da", "ĐỐNG", "ha di", "DINH chi" })
        {
            (await service.DistrictOfficer.UnitsAsync(search: search)).Items.ShouldContain(unit => unit.Id == cell.Id, search);
        }

        (await service.DistrictOfficer.UnitsAsync(search: "ong")).Items.ShouldNotContain(unit => unit.Id == cell.Id);
    }

    [Fact]
    public async Task List_pages_through_a_subtree_once_in_the_order_of_paths()
    {
        var ward = await service.DistrictOfficer.CreateUnitAsync(
            new CreateUnit(
                "kim-giang",
                "Phường Kim Giang",
                "Kim Giang",
                UnitTypes.PartyCommittee,
                service.District.Id,
                new DateOnly(2010, 1, 1)
            )
        );
        foreach (var number in Enumerable.Range(1, 5))
        {
            await service.DistrictOfficer.CreateUnitAsync(
                new CreateUnit($"kg-{number}", $"Chi bộ {number}", $"CB {number}", UnitTypes.Cell, ward.Id, new DateOnly(2010, 1, 1))
            );
        }

        List<string> paths = [];
        await foreach (
            var unit in Paging.AllAsync(cursor => service.DistrictOfficer.UnitsAsync(under: ward.Path, cursor: cursor, limit: 2))
        )
        {
            paths.Add(unit.Path);
        }

        paths.ShouldBe(["hn/thanh-xuan/kim-giang", .. Enumerable.Range(1, 5).Select(n => $"hn/thanh-xuan/kim-giang/kg-{n}")]);
        (await service.DistrictOfficer.UnitsAsync(parent: ward.Id)).Items.Count.ShouldBe(5);
        (await service.DistrictOfficer.UnitsAsync(under: ward.Path, type: UnitTypes.PartyCommittee))
            .Items.ShouldHaveSingleItem()
            .Children.ShouldBe(5);
    }

    [Fact]
    public async Task Members_of_a_unit_are_those_of_its_subtree_who_have_not_left()
    {
        var ward = await service.DistrictOfficer.CreateUnitAsync(
            new CreateUnit(
                "nhan-chinh",
                "Phường Nhân Chính",
                "Nhân Chính",
                UnitTypes.PartyCommittee,
                service.District.Id,
                new DateOnly(2010, 1, 1)
            )
        );
        var cell = await service.DistrictOfficer.CreateUnitAsync(
            new CreateUnit("nc-1", "Chi bộ 1", "CB 1", UnitTypes.Cell, ward.Id, new DateOnly(2010, 1, 1))
        );
        await service.DistrictOfficer.RegisterMemberAsync(new RegisterMember("NC-1", "Trần Văn B", cell.Id, null));
        var left = await service.DistrictOfficer.RegisterMemberAsync(new RegisterMember("NC-2", "Lê Thị C", cell.Id, null));
        await service.DistrictOfficer.UpdateMemberAsync(
            left.Id,
            left.Version,
            new UpdateMember(left.FullName, cell.Id, MemberStatuses.Left)
        );

        (await service.DistrictOfficer.UnitAsync(ward.Id)).Members.ShouldBe(1);
    }

    [Fact]
    public async Task Rename_needs_the_version_that_it_was_made_on()
    {
        var cell = await service.CellAsync("cb-rename");

        var renamed = await service.DistrictOfficer.RenameUnitAsync(cell.Id, cell.Version, new RenameUnit("Chi bộ mới", "CB mới"));
        var refused = await Should.ThrowAsync<ApiException>(() =>
            service.DistrictOfficer.RenameUnitAsync(cell.Id, cell.Version, new RenameUnit("Chi bộ khác", "CB khác"))
        );

        renamed.Version.ShouldBe(2);
        refused.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await service.EventsAsync(cell.Id)).ShouldBe(["UnitChanged thanh-xuan", "UnitChanged thanh-xuan"]);
        (await service.DistrictOfficer.UnitsAsync(search: "chi bo moi")).Items.ShouldHaveSingleItem().Id.ShouldBe(cell.Id);
    }

    [Fact]
    public async Task Creation_under_one_key_happens_once()
    {
        var unit = new CreateUnit("cb-key", "Chi bộ", "CB", UnitTypes.Cell, service.District.Id, new DateOnly(2010, 1, 1));
        var officer = service.DistrictOfficer;

        var first = await officer.CreateUnitAsync(unit, "key-1");
        var second = await officer.CreateUnitAsync(unit, "key-1");

        second.ShouldBeEquivalentTo(first);
        (await service.EventsAsync(first.Id)).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("thanh-xuan", "cell", "code-taken")]
    [InlineData("Hạ Đình", "cell", "invalid-request")]
    [InlineData("cb-shop", "shop", "invalid-request")]
    public async Task Creation_is_refused_with_a_reason(string code, string type, string problem) =>
        (
            await Should.ThrowAsync<ApiException>(() =>
                service.DistrictOfficer.CreateUnitAsync(
                    new CreateUnit(code, "Chi bộ", "CB", type, service.District.Id, new DateOnly(2010, 1, 1))
                )
            )
        ).Type.ShouldBe($"urn:campaign:problem:{problem}");

    [Fact]
    public async Task Second_root_is_refused() =>
        (
            await Should.ThrowAsync<ApiException>(() =>
                service
                    .Client("operator@hn", "operator@hp")
                    .CreateUnitAsync(
                        new CreateUnit("hp", "Hải Phòng", "Hải Phòng", UnitTypes.PartyCommittee, null, new DateOnly(2010, 1, 1))
                    )
            )
        ).Type.ShouldBe("urn:campaign:problem:root-exists");

    [Fact]
    public async Task Change_is_audited()
    {
        var cell = await service.CellAsync("cb-audit");

        (
            await service.ScalarAsync<long>(
                $"select count(*) from audit_log where entity = 'Unit' and action = 'added' and entity_id = '{cell.Id}'"
            )
        ).ShouldBe(1);
    }
}
