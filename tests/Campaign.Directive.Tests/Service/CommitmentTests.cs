using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Testing;

namespace Campaign.Directives.Tests.Service;

[Collection(ServiceTests.Name)]
public sealed class CommitmentTests(DirectiveService service)
{
    [Fact]
    public async Task Words_become_deeds_and_are_told_once_every_deed_is_confirmed()
    {
        var (unit, secretary, made) = await PromisedAsync(3, 1);
        made.Deeds.Select(deed => (deed.Target, deed.Done, deed.State)).ShouldBe([(3m, 0m, "open"), (1m, 0m, "open")]);
        await secretary.EnterProgressAsync(
            made.Id,
            made.Deeds[0].Id,
            new DeedProgress(service.Today.AddDays(-1), 1, "Ngõ 102 Hạ Đình", "https://thanhxuan.example/ngo-102")
        );
        await service.Officer.ConfirmDeedAsync(made.Id, made.Deeds[0].Id).ShouldBeRefusedAsync("target-not-reached");
        await secretary.EnterProgressAsync(made.Id, made.Deeds[0].Id, new DeedProgress(null, 2, "Ngõ 85 và ngõ 90", null));
        var reached = await secretary.EnterProgressAsync(made.Id, made.Deeds[1].Id, new DeedProgress(null, 1.5m, "Biên bản", null));
        reached.Deeds.Select(deed => (deed.Done, deed.ReachedOn)).ShouldBe([(3m, service.Today), (1.5m, service.Today)]);
        (await service.Officer.CommitmentsAsync(under: unit.Path, state: "to-confirm")).Items.ShouldHaveSingleItem().Id.ShouldBe(made.Id);

        await service.Officer.ConfirmDeedAsync(made.Id, made.Deeds[0].Id);
        await service.Officer.ConfirmDeedAsync(made.Id, made.Deeds[0].Id).ShouldBeRefusedAsync("deed-settled");
        (await service.EventsAsync(made.Id)).ShouldBeEmpty();
        var fulfilled = await service.Officer.ConfirmDeedAsync(made.Id, made.Deeds[1].Id);

        (fulfilled.State, fulfilled.FulfilledOn, fulfilled.Overdue).ShouldBe(("fulfilled", service.Today, false));
        (await service.EventsAsync(made.Id)).ShouldBe(["CommitmentFulfilled"]);
        (await secretary.ProgressAsync(made.Id, made.Deeds[0].Id))
            .Items.Select(entry => (entry.Amount, entry.Link))
            .ShouldBe([(1m, "https://thanhxuan.example/ngo-102"), (2m, null)]);
        await secretary
            .EnterProgressAsync(made.Id, made.Deeds[0].Id, new DeedProgress(null, 1, "Thêm", null))
            .ShouldBeRefusedAsync("deed-settled");
    }

    [Fact]
    public async Task Nobody_confirms_the_deeds_of_their_own_unit()
    {
        var (_, secretary, made) = await PromisedAsync(1);
        await secretary.EnterProgressAsync(made.Id, made.Deeds[0].Id, new DeedProgress(null, 1, "Biên bản", null));
        await secretary.ConfirmDeedAsync(made.Id, made.Deeds[0].Id).ShouldBeRefusedAsync("own-work");
    }

    [Fact]
    public async Task Head_of_the_unit_promises_by_name_and_a_stranger_cannot()
    {
        var ward = await service.WardAsync(1);
        var (head, stranger) = (Member(ward.Cells[0], "Nguyễn Văn Hạnh"), Member(service.OtherDistrict, "Trần Thị Mai"));
        await service.Organization.PublishAsync(head, stranger);
        await Eventually.EqualsAsync(
            "members known",
            () => service.ScalarAsync<long>($"select count(*) from members where id in ('{head.AggregateId}', '{stranger.AggregateId}')"),
            2L
        );
        var campaign = await service.CampaignAsync();
        var secretary = service.Secretary(ward.Unit);

        var made = await secretary.MakeCommitmentAsync(Promise(campaign.Id, ward.Unit, [1]) with { HeadId = head.AggregateId });
        made.HeadName.ShouldBe("Nguyễn Văn Hạnh");
        (await secretary.CommitmentsAsync(unit: ward.Unit.Id, holder: "head"))
            .Items.ShouldHaveSingleItem()
            .HeadId.ShouldBe(head.AggregateId);
        (await secretary.CommitmentsAsync(unit: ward.Unit.Id, holder: "unit")).Items.ShouldBeEmpty();
        await secretary
            .MakeCommitmentAsync(Promise(campaign.Id, ward.Unit, [1]) with { HeadId = stranger.AggregateId })
            .ShouldBeRefusedAsync("headId", DirectiveProblems.HeadOfTheUnit);
    }

    [Fact]
    public async Task Promise_may_carry_out_what_the_unit_was_asked_for_and_no_other_units()
    {
        var ward = await service.WardAsync(2);
        var directive = await service.IssuedAsync(ward.Cells, service.Asking(RequirementKinds.Plan));
        var asked = (await service.Secretary(ward.Unit).AssignmentsAsync(directive.Id)).Items.Single(assignment =>
            assignment.UnitId == ward.Cells[0].Id
        );
        var promise = Promise(directive.CampaignId, ward.Cells[0], [2]) with { AssignmentId = asked.Id };
        var made = await service.Secretary(ward.Unit).MakeCommitmentAsync(promise);
        (made.Symbol, made.DirectiveId, made.AssignmentId).ShouldBe((directive.Symbol, directive.Id, asked.Id));
        await service
            .Secretary(ward.Unit)
            .MakeCommitmentAsync(promise with { UnitId = ward.Cells[1].Id })
            .ShouldBeRefusedAsync("assignmentId", DirectiveProblems.AssignmentOfTheUnit);
        DeedDraft[] deeds = [promise.Deeds[0], promise.Deeds[0] with { Target = 0.001m }];
        await service
            .Secretary(ward.Unit)
            .MakeCommitmentAsync(promise with { Deeds = deeds })
            .ShouldBeRefusedAsync("deeds[1].target", DirectiveProblems.Amount);
        deeds[1] = promise.Deeds[0] with { Id = Guid.NewGuid() };
        await service
            .Secretary(ward.Unit)
            .MakeCommitmentAsync(promise with { Deeds = deeds })
            .ShouldBeRefusedAsync("deeds[1].id", DirectiveProblems.OnlyInCorrections);
        await service
            .Secretary(ward.Unit)
            .MakeCommitmentAsync(promise with { AssignmentId = null, DirectiveId = Guid.NewGuid() })
            .ShouldBeRefusedAsync("directiveId", DirectiveProblems.DocumentOfTheCampaign);
    }

    [Fact]
    public async Task Corrections_name_the_version_they_were_made_on()
    {
        var (_, secretary, made) = await PromisedAsync(3);
        var deed = made.Deeds[0];
        var correction = new CorrectCommitment(
            "Kế hoạch làm theo quý III",
            [new DeedDraft(deed.Id, deed.What, 4, deed.Measure, deed.DueOn)]
        );
        var corrected = await secretary.CorrectCommitmentAsync(made.Id, made.Version, correction);
        (corrected.Title, corrected.Deeds[0].Target, corrected.Version).ShouldBe(("Kế hoạch làm theo quý III", 4m, made.Version + 1));
        await secretary.CorrectCommitmentAsync(made.Id, made.Version, correction).ShouldBeRefusedAsync("version-changed");

        var entered = await secretary.EnterProgressAsync(made.Id, deed.Id, new DeedProgress(null, 40, "Gõ nhầm", null));
        var entry = (await secretary.ProgressAsync(made.Id, deed.Id)).Items.ShouldHaveSingleItem();
        await secretary
            .CorrectProgressAsync(made.Id, deed.Id, entry.Id, made.Version, new DeedProgress(null, 1, "Ngõ 102", null))
            .ShouldBeRefusedAsync("version-changed");
        (await secretary.CorrectProgressAsync(made.Id, deed.Id, entry.Id, entered.Version, new DeedProgress(null, 1, "Ngõ 102", null)))
            .Deeds[0]
            .Done.ShouldBe(1);
        await secretary
            .EnterProgressAsync(made.Id, deed.Id, new DeedProgress(null, 1, "x", "javascript:alert(1)"))
            .ShouldBeRefusedAsync("link", DirectiveProblems.WebAddress);
    }

    [Fact]
    public async Task Withdrawn_deed_keeps_its_reason_and_overdue_is_seen_until_then()
    {
        var (unit, secretary, made) = await PromisedAsync(1);
        service.Clock.Ahead = TimeSpan.FromDays(40);
        try
        {
            (await secretary.CommitmentsAsync(unit: unit.Id, state: "overdue"))
                .Items.ShouldHaveSingleItem()
                .Deeds[0]
                .Overdue.ShouldBeTrue();
            var withdrawn = await secretary.WithdrawDeedAsync(made.Id, made.Deeds[0].Id, new WithdrawDeed("Dự án dừng"));
            (withdrawn.State, withdrawn.Deeds[0].WithdrawnBecause, withdrawn.Overdue).ShouldBe(("withdrawn", "Dự án dừng", false));
            (await service.EventsAsync(made.Id)).ShouldBeEmpty();
        }
        finally
        {
            service.Clock.Ahead = TimeSpan.Zero;
        }
    }

    [Fact]
    public async Task List_goes_page_by_page_through_the_subtree()
    {
        var ward = await service.WardAsync(3);
        var campaign = await service.CampaignAsync();
        var secretary = service.Secretary(ward.Unit);
        foreach (var cell in ward.Cells)
        {
            await secretary.MakeCommitmentAsync(Promise(campaign.Id, cell, [1]));
        }

        var first = await secretary.CommitmentsAsync(campaign.Id, under: ward.Unit.Path, limit: 2);
        var second = await secretary.CommitmentsAsync(campaign.Id, under: ward.Unit.Path, limit: 2, cursor: first.Next);
        first.Items.Concat(second.Items).Select(made => made.UnitPath).ShouldBe(ward.Cells.Select(cell => cell.Path));
        second.Next.ShouldBeNull();
        (await service.Secretary(ward.Cells[0]).CommitmentsAsync(campaign.Id)).Items.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Open_commitment_goes_on_at_the_successor_and_fulfilled_one_stays()
    {
        var ward = await service.WardAsync(2);
        var (cell, successor) = (ward.Cells[0], ward.Cells[1]);
        var campaign = await service.CampaignAsync();
        var secretary = service.Secretary(ward.Unit);
        var open = await secretary.MakeCommitmentAsync(Promise(campaign.Id, cell, [1]));
        var done = await secretary.MakeCommitmentAsync(Promise(campaign.Id, cell, [1]));
        await secretary.EnterProgressAsync(done.Id, done.Deeds[0].Id, new DeedProgress(null, 1, "Biên bản", null));
        await service.Officer.ConfirmDeedAsync(done.Id, done.Deeds[0].Id);
        await service.Organization.PublishAsync(cell.Changed().Ended(), cell.Changed(version: 2).Into(successor.Changed()));

        await Eventually.EqualsAsync(
            "the open commitment at the successor",
            async () => (await secretary.CommitmentAsync(open.Id)).UnitId,
            successor.Id
        );
        (await secretary.CommitmentAsync(done.Id)).UnitId.ShouldBe(cell.Id);
        await service.Secretary(successor).EnterProgressAsync(open.Id, open.Deeds[0].Id, new DeedProgress(null, 1, "Biên bản", null));
    }

    [Fact]
    public async Task Repeated_promise_with_the_same_key_is_one()
    {
        var ward = await service.WardAsync(1);
        var promise = Promise((await service.CampaignAsync()).Id, ward.Unit, [1]);
        var (secretary, key) = (service.Secretary(ward.Unit), Guid.NewGuid().ToString());
        var first = await secretary.MakeCommitmentAsync(promise, key);
        (await secretary.MakeCommitmentAsync(promise, key)).Id.ShouldBe(first.Id);
        (await secretary.CommitmentsAsync(unit: ward.Unit.Id)).Items.ShouldHaveSingleItem();
    }

    private async Task<(TestUnit Unit, DirectiveClient Secretary, CommitmentView Made)> PromisedAsync(params decimal[] targets)
    {
        var ward = await service.WardAsync(0);
        var secretary = service.Secretary(ward.Unit);
        return (ward.Unit, secretary, await secretary.MakeCommitmentAsync(Promise((await service.CampaignAsync()).Id, ward.Unit, targets)));
    }

    private MakeCommitment Promise(Guid campaign, TestUnit unit, IEnumerable<decimal> targets) =>
        new(
            campaign,
            unit.Id,
            null,
            null,
            null,
            "Kế hoạch làm theo",
            [.. targets.Select(target => new DeedDraft(null, "Xây dựng ngõ văn minh đô thị", target, "ngõ", service.Today.AddDays(30)))]
        );

    private static MemberChanged Member(TestUnit unit, string name) =>
        new()
        {
            District = unit.Changed().District,
            AggregateId = Guid.CreateVersion7(),
            Version = 1,
            Number = Guid.NewGuid().ToString(),
            FullName = name,
            UnitId = unit.Id,
            UnitPath = unit.Path,
            Status = MemberStatuses.Active,
        };
}
