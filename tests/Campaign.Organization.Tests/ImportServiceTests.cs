using System.Diagnostics;
using System.Text;
using Campaign.Api;
using Campaign.Api.Organization;

namespace Campaign.Organization.Tests;

public sealed class ImportServiceTests(OrganizationService service) : IClassFixture<OrganizationService>
{
    private const string Units = """
        code,name,short_name,type,parent_code,valid_from
        imp-cb-1,"Chi bộ 1, Hạ Đình",CB 1,cell,imp-ha-dinh,2010-01-01
        imp-ha-dinh,Đảng ủy phường Hạ Đình,Hạ Đình,party-committee,thanh-xuan,1/1/2010
        """;

    [Fact]
    public async Task Units_come_in_whatever_their_order_and_a_second_run_changes_nothing()
    {
        var dry = await service.DistrictOfficer.ImportUnitsAsync(Units, dryRun: true);
        await Should.ThrowAsync<ApiException>(() => service.DistrictOfficer.UnitByCodeAsync("imp-cb-1"));
        var first = await service.DistrictOfficer.ImportUnitsAsync(Units, dryRun: false);
        var second = await service.DistrictOfficer.ImportUnitsAsync(Units, dryRun: false);
        var renamed = await service.DistrictOfficer.ImportUnitsAsync(
            Units.Replace("CB 1", "CB một", StringComparison.Ordinal),
            dryRun: false
        );

        (dry.DryRun, dry.Created).ShouldBe((true, 2));
        (first.DryRun, first.Created, first.Changed, first.Unchanged).ShouldBe((false, 2, 0, 0));
        (second.Created, second.Changed, second.Unchanged).ShouldBe((0, 0, 2));
        (renamed.Created, renamed.Changed, renamed.Unchanged).ShouldBe((0, 1, 1));
        var cell = await service.DistrictOfficer.UnitByCodeAsync("imp-cb-1");
        (cell.Path, cell.Name, cell.ShortName, cell.Version).ShouldBe(
            ("hn/thanh-xuan/imp-ha-dinh/imp-cb-1", "Chi bộ 1, Hạ Đình", "CB một", 2)
        );
        (await service.EventsAsync(cell.Id)).ShouldBe(["UnitChanged thanh-xuan", "UnitChanged thanh-xuan"]);
    }

    [Fact]
    public async Task One_bad_row_keeps_the_whole_file_out()
    {
        var report = await service.DistrictOfficer.ImportUnitsAsync(
            """
            code,name,short_name,type,parent_code,valid_from
            imp-good,Chi bộ,CB,cell,thanh-xuan,2010-01-01
            imp-bad,Chi bộ,CB,cell,imp-nowhere,2010-01-01
            """,
            dryRun: false
        );

        (report.Created, report.ErrorCount).ShouldBe((0, 1));
        var error = report.Errors.ShouldHaveSingleItem();
        (error.Line, error.Column, error.Value).ShouldBe((3, "parent_code", "imp-nowhere"));
        await Should.ThrowAsync<ApiException>(() => service.DistrictOfficer.UnitByCodeAsync("imp-good"));
    }

    [Fact]
    public async Task Members_and_posts_come_in_once()
    {
        await service.CellAsync("imp-cb-2");
        const string file = """
            number,full_name,unit_code,joined_on,status,posts
            IMP-1,Nguyễn Văn Ảnh,imp-cb-2,2001-02-03,,secretary@imp-cb-2;committee@thanh-xuan
            IMP-2,Trần Thị Bưởi,imp-cb-2,,exempted,
            """;

        var first = await service.DistrictOfficer.ImportMembersAsync(file, dryRun: false);
        var second = await service.DistrictOfficer.ImportMembersAsync(file, dryRun: false);

        (first.Rows, first.Created, first.ErrorCount).ShouldBe((2, 2, 0));
        (second.Created, second.Changed, second.Unchanged).ShouldBe((0, 0, 2));
        var members = (await service.DistrictOfficer.MembersAsync(under: "hn/thanh-xuan/imp-cb-2")).Items;
        members
            .Select(member => (member.Number, member.Status, member.Posts.Count))
            .ShouldBe([("IMP-1", "active", 2), ("IMP-2", "exempted", 0)]);
        (await service.EventsAsync(members[0].Id)).ShouldBe(["MemberChanged thanh-xuan"]);
        (await service.EventsAsync(members[0].Posts[0].Id)).ShouldBe(["PostAssigned thanh-xuan"]);
    }

    [Fact]
    public async Task A_post_that_ends_later_is_held_already()
    {
        var cell = await service.CellAsync("imp-cb-ends");
        const string file = """
            number,full_name,unit_code,posts
            IMP-ENDS,Nguyễn Văn Hạn,imp-cb-ends,secretary@imp-cb-ends
            """;
        await service.DistrictOfficer.ImportMembersAsync(file, dryRun: false);
        var post = (await service.DistrictOfficer.MembersAsync(under: cell.Path)).Items.Single().Posts.Single();
        await service.DistrictOfficer.EndPostAsync(post.Id, new(post.ValidFrom.AddYears(2)));

        var again = await service.DistrictOfficer.ImportMembersAsync(file, dryRun: false);

        (again.ErrorCount, again.Created, again.Changed, again.Unchanged).ShouldBe((0, 0, 0, 1));
        (await service.DistrictOfficer.MembersAsync(under: cell.Path)).Items.Single().Posts.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Row_outside_the_officers_units_refuses_the_file()
    {
        await service.CellAsync("imp-cb-3");
        var refused = await Should.ThrowAsync<ApiException>(() =>
            service
                .Client("district-officer@hn/thanh-xuan/imp-cb-3")
                .ImportMembersAsync(
                    """
                    number,full_name,unit_code
                    OUT-1,Nguyễn Văn A,imp-cb-3
                    OUT-2,Nguyễn Văn B,thanh-xuan
                    """,
                    dryRun: false
                )
        );

        refused.Type.ShouldBe(OrganizationProblems.LinesOutsideYourUnits.Urn);
        refused.Message.ShouldStartWith("1 line(s)");
        refused.Message.ShouldContain("among them: 3.");
        (await service.DistrictOfficer.MembersAsync(search: "OUT-1")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Ten_thousand_members_come_in_within_ten_seconds_with_their_events()
    {
        await service.CellAsync("imp-cb-4");
        var file = new StringBuilder("number,full_name,unit_code,joined_on,status,posts\n");
        for (var n = 0; n < 10_000; n++)
        {
            file.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"MANY-{n},Nguyễn Văn {n},imp-cb-4,2001-02-03,active,{(n % 30 == 0 ? "secretary@imp-cb-4" : "")}\n"
            );
        }

        var watch = Stopwatch.StartNew();
        var report = await service.DistrictOfficer.ImportMembersAsync(file.ToString(), dryRun: false);
        watch.Stop();

        report.Created.ShouldBe(10_000);
        (
            await service.ScalarAsync<long>(
                "select count(*) from messaging.event_log where type = 'MemberChanged' and payload->>'number' like 'MANY-%'"
            )
        ).ShouldBe(10_000);
        TestContext.Current.SendDiagnosticMessage("10,000 members in {0} ms", watch.ElapsedMilliseconds);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }
}
