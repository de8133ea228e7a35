using Campaign.Api;
using Campaign.Api.Organization;
using Campaign.Contracts;

namespace Campaign.Organization.Tests;

/// <summary>A word that is added as a row is known wherever such words are used, without any change of code.</summary>
public sealed class CatalogueTests(OrganizationService service) : IClassFixture<OrganizationService>
{
    [Fact]
    public async Task Unit_type_that_is_added_as_a_row_is_created_imported_reorganised_found_and_told()
    {
        await service.ScalarAsync<string>(
            """
            insert into unit_types (code, valid_from, name, english_name, position, written_as, source, verified)
            values ('hospital', '2000-01-01', 'Bệnh viện', 'Hospital', 9, '{nha thuong}', 'Quy định thử', false) returning code
            """
        );
        var officer = service.DistrictOfficer;
        (await officer.CatalogueAsync(OrganizationCatalogues.UnitTypes.Name))
            .Value.Entries.Single(entry => entry.Code == "hospital")
            .NameIn("en")
            .ShouldBe("Hospital");

        var created = await officer.CreateUnitAsync(
            new CreateUnit("bv-1", "Bệnh viện 1", "BV1", "hospital", service.District.Id, new DateOnly(2010, 1, 1))
        );
        (
            await officer.ImportUnitsAsync(
                "code,name,short_name,type,parent_code,valid_from\nbv-2,Bệnh viện 2,BV2,Bệnh viện,thanh-xuan,2010-01-01\nbv-3,Bệnh "
                    + "viện 3,BV3,Nhà thương,thanh-xuan,2010-01-01\n",
                false
            )
        ).Errors.ShouldBeEmpty();
        await officer.RecordDecisionAsync(
            new RecordDecision(
                "1-QĐ/QU",
                new DateOnly(2024, 1, 1),
                service.Clock.Day,
                "Thành lập",
                [
                    new ReorganisationStep(
                        ReorganisationKinds.Create,
                        Create: [new NewUnit("bv-4", "Bệnh viện 4", "BV4", "hospital", "thanh-xuan")]
                    ),
                ]
            )
        );

        (await officer.UnitsAsync(type: "hospital")).Items.Select(unit => unit.Code).ShouldBe(["bv-1", "bv-2", "bv-3", "bv-4"]);
        (
            await service.ScalarAsync<string>(
                $"select payload ->> 'type' from messaging.event_log where aggregate_id = '{created.Id}' and type = 'UnitChanged'"
            )
        ).ShouldBe("hospital");
    }

    [Fact]
    public async Task Status_that_is_added_as_a_row_is_recorded_imported_and_told_from_its_first_day()
    {
        await service.ScalarAsync<string>(
            """
            insert into member_statuses (code, valid_from, name, english_name, position, written_as, source, verified)
            values ('suspended', '2020-01-01', 'Đình chỉ sinh hoạt', 'Suspended', 6, '{}', 'Quy định thử', false) returning code
            """
        );
        var officer = service.DistrictOfficer;
        var cell = await service.CellAsync("cb-dinh-chi");
        var member = await officer.RegisterMemberAsync(new RegisterMember("DC-01", "Lê Văn K", cell.Id, new DateOnly(2015, 1, 1)));

        var early = await Should.ThrowAsync<ApiException>(
            officer.UpdateMemberAsync(
                member.Id,
                member.Version,
                new UpdateMember(member.FullName, cell.Id, "suspended", new DateOnly(2019, 1, 1))
            )
        );
        early.Errors.ShouldHaveSingleItem().Detail.ShouldBe("'status' must be one of: active, exempted, away, transferred, left.");
        var suspended = await officer.UpdateMemberAsync(
            member.Id,
            member.Version,
            new UpdateMember(member.FullName, cell.Id, "suspended", new DateOnly(2020, 6, 1))
        );
        suspended.Status.ShouldBe("suspended");
        (
            await officer.ImportMembersAsync("number,full_name,unit_code,status\nDC-02,Trần Thị B,cb-dinh-chi,Đình chỉ sinh hoạt\n", false)
        ).Errors.ShouldBeEmpty();
        (
            await service.ScalarAsync<string>(
                $"select payload ->> 'status' from messaging.event_log where aggregate_id = '{member.Id}' order by id desc limit 1"
            )
        ).ShouldBe("suspended");
    }

    [Fact]
    public async Task What_is_in_no_catalogue_is_refused_by_the_codes_that_are()
    {
        var officer = service.DistrictOfficer;
        (
            await Should.ThrowAsync<ApiException>(
                officer.CreateUnitAsync(new CreateUnit("x-1", "X", "X", "castle", service.District.Id, new DateOnly(2010, 1, 1)))
            )
        )
            .Errors[0]
            .Detail.ShouldContain("party-committee, authority");
        (await Should.ThrowAsync<ApiException>(officer.UnitsAsync(type: "castle"))).Errors[0].Detail.ShouldContain("cell");
        (
            await Should.ThrowAsync<ApiException>(
                officer.RegisterMemberAsync(new RegisterMember("X-1", "X", service.District.Id, null, Sex: "other"))
            )
        )
            .Errors[0]
            .Detail.ShouldContain("female, male");
        (await officer.ImportUnitsAsync("code,name,short_name,type,parent_code,valid_from\nx-2,X,X,castle,thanh-xuan,2010-01-01\n", true))
            .Errors.ShouldHaveSingleItem()
            .Detail.ShouldContain("cell");
    }
}
