using Campaign.Api;
using Campaign.Api.Organization;
using Campaign.Contracts;
using Campaign.Testing;

namespace Campaign.Organization.Tests;

public sealed class DecisionServiceTests(OrganizationService service) : IClassFixture<OrganizationService>
{
    private static readonly DateOnly s_day = new(2025, 7, 1);

    [Fact]
    public async Task Merge_is_previewed_and_carries_members_posts_and_children_over()
    {
        var (left, right) = (await WardAsync("mg-a"), await WardAsync("mg-b"));
        var (cell, member) = (await CellAsync(left, "mg-a-1"), await MemberAsync(left, "MG-1"));
        var inCell = await MemberAsync(cell, "MG-2");
        var post = await service.DistrictOfficer.AssignPostAsync(
            new AssignPost(member.Id, left.Id, Roles.Secretary, new DateOnly(2020, 1, 1), null)
        );
        var decision = Decide("1-NQ/MG", Merge(["mg-a", "mg-b"], "mg-new"));

        var preview = await service.DistrictOfficer.PreviewDecisionAsync(decision);
        var applied = await service.DistrictOfficer.RecordDecisionAsync(decision);

        preview
            .Lines.Select(line => (line.Code, line.ToCode, line.Children, line.Members, line.Posts))
            .ShouldBe([("mg-a", "mg-new", 1, 1, 1), ("mg-b", "mg-new", 0, 0, 0)]);
        (preview.UnitsCreated, preview.UnitsEnded, preview.UnitsChanged, preview.Members, preview.Posts).ShouldBe((1, 2, 1, 2, 1));
        applied.State.ShouldBe("applied");
        var successor = await service.DistrictOfficer.UnitByCodeAsync("mg-new");
        (successor.Children, successor.Members, successor.ValidFrom).ShouldBe((1, 2, s_day));
        (await service.DistrictOfficer.UnitAsync(cell.Id)).Path.ShouldBe("hn/thanh-xuan/mg-new/mg-a-1");
        var moved = await service.DistrictOfficer.MemberAsync(member.Id);
        (moved.UnitId, moved.UnitPath, moved.Since).ShouldBe((successor.Id, successor.Path, s_day));
        moved
            .Posts.Select(held => (held.UnitId, held.ValidFrom, held.ValidTo))
            .ShouldBe([(left.Id, post.ValidFrom, s_day), (successor.Id, s_day, null)]);
        (await service.DistrictOfficer.MemberAsync(inCell.Id)).UnitPath.ShouldBe("hn/thanh-xuan/mg-new/mg-a-1");
        (await service.DistrictOfficer.MemberHistoryAsync(member.Id))
            .Select(period => (period.UnitId, period.ValidTo, period.DecisionNumber))
            .ShouldBe([(left.Id, s_day, "1-NQ/MG"), (successor.Id, null, null)]);
        (await service.EventsAsync(left.Id)).ShouldBe(["UnitChanged thanh-xuan", "UnitChanged thanh-xuan", "UnitMerged thanh-xuan"]);
        (await service.EventsAsync(inCell.Id)).ShouldBe(["MemberChanged thanh-xuan", "MemberChanged thanh-xuan"]);
        (await service.DistrictOfficer.UnitsAsync(under: "hn/thanh-xuan/mg-a")).Items.ShouldBeEmpty();
        (await service.DistrictOfficer.UnitAsync(left.Id)).ValidTo.ShouldBe(s_day);
    }

    [Fact]
    public async Task Past_days_keep_their_names_places_and_counts()
    {
        var ward = await WardAsync("past");
        await MemberAsync(await CellAsync(ward, "past-1"), "PAST-1");
        var before = (await service.DistrictOfficer.UnitsAsOfAsync(s_day.AddDays(-1), under: ward.Path)).Items;

        await service.DistrictOfficer.RecordDecisionAsync(
            Decide(
                "2-NQ/MG",
                new ReorganisationStep(ReorganisationKinds.Rename, ["past"], Name: "Đảng ủy phường Mới", ShortName: "Mới"),
                new ReorganisationStep(ReorganisationKinds.Dissolve, ["past-1"])
            )
        );

        (await service.DistrictOfficer.UnitsAsOfAsync(s_day.AddDays(-1), under: ward.Path))
            .Items.Select(Figures)
            .ShouldBe(before.Select(Figures));
        before.Select(unit => (unit.Code, unit.Children, unit.Members)).ShouldBe([("past", 1, 1), ("past-1", 0, 1)]);
        (await service.DistrictOfficer.UnitsAsOfAsync(s_day, under: ward.Path))
            .Items.Select(unit => (unit.Name, unit.Children, unit.Members))
            .ShouldBe([("Đảng ủy phường Mới", 0, 1)]);
        (await service.DistrictOfficer.MembersAsOfAsync(s_day.AddDays(-1), ward.Path))
            .Items.ShouldHaveSingleItem()
            .UnitPath.ShouldBe($"{ward.Path}/past-1");
        (await service.DistrictOfficer.MembersAsOfAsync(s_day, ward.Path)).Items.ShouldHaveSingleItem().UnitPath.ShouldBe(ward.Path);
        (await service.DistrictOfficer.UnitVersionsAsync(ward.Id))
            .Select(version => (version.Name, version.ValidTo, version.DecisionNumber))
            .ShouldBe([("Đảng ủy past", s_day, null), ("Đảng ủy phường Mới", null, "2-NQ/MG")]);
    }

    [Fact]
    public async Task Split_gives_what_is_named_and_leaves_the_rest_to_the_main_successor()
    {
        var ward = await WardAsync("sp");
        var (one, two) = (await CellAsync(ward, "sp-1"), await CellAsync(ward, "sp-2"));
        var (stays, goes) = (await MemberAsync(ward, "SP-1"), await MemberAsync(ward, "SP-2"));

        await service.DistrictOfficer.RecordDecisionAsync(
            Decide(
                "3-NQ/MG",
                new ReorganisationStep(
                    ReorganisationKinds.Split,
                    ["sp"],
                    Create:
                    [
                        new NewUnit("sp-east", "Đảng ủy Đông", "Đông", UnitTypes.PartyCommittee, "thanh-xuan"),
                        new NewUnit("sp-west", "Đảng ủy Tây", "Tây", UnitTypes.PartyCommittee, "thanh-xuan", ["sp-2"], ["SP-2"]),
                    ]
                )
            )
        );

        (await service.DistrictOfficer.UnitAsync(one.Id)).Path.ShouldBe("hn/thanh-xuan/sp-east/sp-1");
        (await service.DistrictOfficer.UnitAsync(two.Id)).Path.ShouldBe("hn/thanh-xuan/sp-west/sp-2");
        (await service.DistrictOfficer.MemberAsync(stays.Id)).UnitPath.ShouldBe("hn/thanh-xuan/sp-east");
        (await service.DistrictOfficer.MemberAsync(goes.Id)).UnitPath.ShouldBe("hn/thanh-xuan/sp-west");
        var west = await service.DistrictOfficer.UnitByCodeAsync("sp-west");
        (await service.DistrictOfficer.LineageAsync(ward.Id)).Became.Select(link => link.SuccessorCode).ShouldBe(["sp-east", "sp-west"]);
        (await service.DistrictOfficer.LineageAsync(west.Id)).CameFrom.Select(link => link.PredecessorCode).ShouldBe(["sp"]);
    }

    [Fact]
    public async Task Lineage_is_walked_over_generations_forward_and_back()
    {
        var first = await WardAsync("ln-a");
        await WardAsync("ln-b");
        await service.DistrictOfficer.RecordDecisionAsync(Decide("4-NQ/MG", Merge(["ln-a", "ln-b"], "ln-ab")));
        await service.DistrictOfficer.RecordDecisionAsync(
            Decide("5-NQ/MG", Merge(["ln-ab"], "ln-last")) with
            {
                EffectiveOn = s_day.AddMonths(1),
            }
        );
        var last = await service.DistrictOfficer.UnitByCodeAsync("ln-last");

        (await service.DistrictOfficer.LineageAsync(first.Id))
            .Became.Select(link => (link.SuccessorCode, link.DecisionNumber))
            .ShouldBe([("ln-ab", "4-NQ/MG"), ("ln-last", "5-NQ/MG")]);
        (await service.DistrictOfficer.LineageAsync(last.Id))
            .CameFrom.Select(link => link.PredecessorCode)
            .ShouldBe(["ln-a", "ln-b", "ln-ab"]);
    }

    [Fact]
    public async Task Move_between_districts_tells_of_every_descendant_in_its_new_district()
    {
        var ward = await WardAsync("mv");
        var cell = await CellAsync(ward, "mv-1");
        var member = await MemberAsync(cell, "MV-1");
        await service.Operator.CreateUnitAsync(
            new CreateUnit("dong-da", "Quận ủy Đống Đa", "Đống Đa", UnitTypes.PartyCommittee, service.City.Id, new DateOnly(2000, 1, 1))
        );

        await service
            .Client("city-officer@hn")
            .RecordDecisionAsync(Decide("6-NQ/MG", new ReorganisationStep(ReorganisationKinds.Move, ["mv"], "dong-da")));

        (await service.EventsAsync(ward.Id)).ShouldBe(["UnitChanged thanh-xuan", "UnitChanged dong-da"]);
        (await service.EventsAsync(cell.Id)).ShouldBe(["UnitChanged thanh-xuan", "UnitChanged dong-da"]);
        (await service.EventsAsync(member.Id)).ShouldBe(["MemberChanged thanh-xuan", "MemberChanged dong-da"]);
        (await service.DistrictOfficer.MembersAsOfAsync(s_day.AddDays(-1), ward.Path)).Items.ShouldHaveSingleItem().Id.ShouldBe(member.Id);
    }

    [Fact]
    public async Task Unit_that_becomes_a_district_is_registered_first()
    {
        var ward = await WardAsync("up");

        await service
            .Client("city-officer@hn")
            .RecordDecisionAsync(Decide("7-NQ/MG", new ReorganisationStep(ReorganisationKinds.Move, ["up"], "hn")));

        (await service.EventsAsync(ward.Id)).ShouldBe(["UnitChanged thanh-xuan", "DistrictRegistered city", "UnitChanged up"]);
    }

    [Fact]
    public async Task Decision_waits_for_its_day_and_takes_effect_on_it_once()
    {
        var ward = await WardAsync("wait");
        var day = service.Clock.Day.AddDays(3);

        var waiting = await service.DistrictOfficer.RecordDecisionAsync(
            Decide("8-NQ/MG", new ReorganisationStep(ReorganisationKinds.Rename, ["wait"], Name: "Đảng ủy ngày mai", ShortName: "Mai")) with
            {
                EffectiveOn = day,
            }
        );
        var before = await service.DistrictOfficer.UnitAsync(ward.Id);
        service.Clock.Advance(TimeSpan.FromDays(3));
        await Eventually.EqualsAsync(
            "the decision to take effect",
            async () => (await service.DistrictOfficer.DecisionAsync(waiting.Id)).State,
            "applied"
        );
        service.Clock.Advance(TimeSpan.FromMinutes(5));

        (waiting.State, before.Name).ShouldBe(("scheduled", "Đảng ủy wait"));
        (await service.DistrictOfficer.UnitAsync(ward.Id)).Name.ShouldBe("Đảng ủy ngày mai");
        (await service.EventsAsync(ward.Id)).ShouldBe(["UnitChanged thanh-xuan", "UnitChanged thanh-xuan"]);
    }

    [Fact]
    public async Task Decision_that_no_longer_fits_on_its_day_changes_nothing_and_says_why()
    {
        await WardAsync("gone");
        var later = await service.DistrictOfficer.RecordDecisionAsync(
            Decide("9-NQ/MG", new ReorganisationStep(ReorganisationKinds.Rename, ["gone"], Name: "Đảng ủy", ShortName: "ĐU")) with
            {
                EffectiveOn = service.Clock.Day.AddDays(2),
            }
        );
        await service.DistrictOfficer.RecordDecisionAsync(
            Decide("10-NQ/MG", new ReorganisationStep(ReorganisationKinds.Dissolve, ["gone"]))
        );

        service.Clock.Advance(TimeSpan.FromDays(2));

        var failed = await Eventually.TrueAsync(
            "the decision to fail",
            () => service.DistrictOfficer.DecisionAsync(later.Id),
            decision => decision.State == "failed"
        );
        failed.Problem!.Type.ShouldBe(OrganizationProblems.NoUnitOnThatDay.Urn);
        failed.Problem.Params["unit"]!.ToString().ShouldBe("gone");
    }

    [Theory]
    [InlineData("move", "rf-1", "rf-1-1", "unit-below-itself")]
    [InlineData("dissolve", "rf-1", "rf-1-1", "successor-below")]
    [InlineData("dissolve", "rf-1", "rf-1", "own-successor")]
    [InlineData("dissolve", "no-such", null, "no-unit-on-that-day")]
    [InlineData("explode", "rf-1", null, "invalid-request")]
    [InlineData("dissolve", "thanh-xuan", null, "step-outside-your-units")]
    public async Task Impossible_step_is_refused_with_a_reason_and_changes_nothing(string kind, string unit, string? into, string problem)
    {
        var root = await service.DistrictOfficer.UnitsAsync(search: "rf-1");
        if (root.Items.Count == 0)
        {
            await CellAsync(await WardAsync("rf-1"), "rf-1-1");
        }

        (
            await Should.ThrowAsync<ApiException>(() =>
                service.DistrictOfficer.RecordDecisionAsync(Decide($"{Guid.NewGuid():n}", new ReorganisationStep(kind, [unit], into)))
            )
        ).Type.ShouldBe($"urn:campaign:problem:{problem}");
        (await service.DistrictOfficer.UnitByCodeAsync("rf-1")).ValidTo.ShouldBeNull();
    }

    [Fact]
    public async Task Days_before_a_later_change_are_not_rewritten()
    {
        await WardAsync("ord");
        await service.DistrictOfficer.RecordDecisionAsync(
            Decide("11-NQ/MG", new ReorganisationStep(ReorganisationKinds.Rename, ["ord"], Name: "Một", ShortName: "M"))
        );

        (
            await Should.ThrowAsync<ApiException>(() =>
                service.DistrictOfficer.RecordDecisionAsync(
                    Decide("12-NQ/MG", new ReorganisationStep(ReorganisationKinds.Rename, ["ord"], Name: "Hai", ShortName: "H")) with
                    {
                        EffectiveOn = s_day.AddDays(-1),
                    }
                )
            )
        ).Type.ShouldBe("urn:campaign:problem:changed-later");
    }

    [Fact]
    public async Task Waiting_decision_is_cancelled_and_one_number_is_recorded_once()
    {
        var ward = await WardAsync("can");
        var decision = Decide("13-NQ/MG", new ReorganisationStep(ReorganisationKinds.Dissolve, ["can"])) with
        {
            EffectiveOn = service.Clock.Day.AddDays(200),
        };
        var recorded = await service.DistrictOfficer.RecordDecisionAsync(decision);

        (await Should.ThrowAsync<ApiException>(() => service.DistrictOfficer.RecordDecisionAsync(decision))).Type.ShouldBe(
            "urn:campaign:problem:decision-exists"
        );
        (await service.DistrictOfficer.CancelDecisionAsync(recorded.Id)).State.ShouldBe("cancelled");
        (await service.DistrictOfficer.DecisionsAsync()).Items.ShouldContain(item => item.Id == recorded.Id);
        (await service.DistrictOfficer.UnitAsync(ward.Id)).ValidTo.ShouldBeNull();
    }

    private static (string, string, string, int, int) Figures(UnitView unit) =>
        (unit.Code, unit.Name, unit.Path, unit.Children, unit.Members);

    private static RecordDecision Decide(string number, params ReorganisationStep[] steps) =>
        new(number, s_day.AddMonths(-1), s_day, "Sắp xếp tổ chức", steps);

    private static ReorganisationStep Merge(string[] units, string into) =>
        new(ReorganisationKinds.Merge, units, Create: [new NewUnit(into, $"Đảng ủy {into}", into, UnitTypes.PartyCommittee, "thanh-xuan")]);

    private Task<UnitView> WardAsync(string code) =>
        service.DistrictOfficer.CreateUnitAsync(
            new CreateUnit(code, $"Đảng ủy {code}", code, UnitTypes.PartyCommittee, service.District.Id, new DateOnly(2010, 1, 1))
        );

    private Task<UnitView> CellAsync(UnitView ward, string code) =>
        service.DistrictOfficer.CreateUnitAsync(
            new CreateUnit(code, $"Chi bộ {code}", code, UnitTypes.Cell, ward.Id, new DateOnly(2010, 1, 1))
        );

    private Task<MemberView> MemberAsync(UnitView unit, string number) =>
        service.DistrictOfficer.RegisterMemberAsync(new RegisterMember(number, "Nguyễn Văn A", unit.Id, new DateOnly(2015, 1, 1)));
}
