using System.Text.Json;
using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Testing;

namespace Campaign.Directives.Tests.Service;

/// <summary>What sessions resolve is promised here, and its progress told.</summary>
[Collection(ServiceTests.Name)]
public sealed class ResolutionTests(DirectiveService service)
{
    [Fact]
    public async Task Each_item_becomes_one_commitment_however_often_it_is_told()
    {
        var ward = await service.WardAsync(1);
        var campaign = (await service.CampaignAsync()).Id;
        var resolved = Resolved(ward.Cells[0], campaign, 2);
        await service.Session.PublishAsync(resolved, resolved with { EventId = Guid.CreateVersion7() });
        var secretary = service.Secretary(ward.Cells[0]);

        var made = await Eventually.TrueAsync(
            "the commitments",
            () => secretary.CommitmentsAsync(unit: ward.Cells[0].Id),
            page => page.Items.Count > 0
        );

        made.Items.Select(commitment => commitment.Id).ShouldBe(resolved.Items.Select(item => item.Id), ignoreOrder: true);
        var first = made.Items.Single(commitment => commitment.Id == resolved.Items[0].Id);
        (first.CampaignId, first.SessionId, first.SessionTopic, first.Title, first.MadeOn).ShouldBe(
            (campaign, resolved.AggregateId, "Sinh hoạt chuyên đề", "Việc 1", resolved.HeldOn)
        );
        first
            .Deeds.Select(deed => (deed.What, deed.Target, deed.Measure, deed.DueOn))
            .ShouldBe([("Việc 1", 3m, "ngõ", resolved.HeldOn.AddDays(30))]);
    }

    [Fact]
    public async Task A_session_of_no_campaign_resolves_too_and_one_that_is_not_on_record_is_left_out()
    {
        var ward = await service.WardAsync(1);
        var (none, unknown) = (Resolved(ward.Cells[0], null, 1), Resolved(ward.Cells[0], Guid.CreateVersion7(), 1));
        await service.Session.PublishAsync(none, unknown);
        var made = await Eventually.TrueAsync(
            "the commitments",
            () => service.Secretary(ward.Unit).CommitmentsAsync(unit: ward.Cells[0].Id),
            page => page.Items.Count == 2
        );
        made.Items.ShouldAllBe(commitment => commitment.CampaignId == null);
    }

    [Fact]
    public async Task What_is_due_before_the_day_it_was_resolved_on_is_promised_all_the_same()
    {
        var ward = await service.WardAsync(1);
        var told = Resolved(ward.Cells[0], null, 1);
        var what = new string('a', 298) + "😀 dài";
        await service.Session.PublishAsync(told with { Items = [told.Items[0] with { What = what, DueOn = told.HeldOn.AddDays(-3) }] });
        var made = await Eventually.TrueAsync(
            "the commitment",
            () => service.Secretary(ward.Unit).CommitmentsAsync(unit: ward.Cells[0].Id),
            page => page.Items.Count == 1
        );
        made.Items[0]
            .ShouldSatisfyAllConditions(
                one => one.MadeOn.ShouldBe(told.HeldOn.AddDays(-3)),
                one => one.Title.ShouldBe(new string('a', 298) + "…"),
                one => one.Deeds[0].What.ShouldBe(what)
            );
    }

    [Fact]
    public async Task Progress_is_told_with_rising_versions_and_confirmed_from_above_like_any_other()
    {
        var ward = await service.WardAsync(1);
        var resolved = Resolved(ward.Cells[0], null, 1);
        await service.Session.PublishAsync(resolved);
        var (secretary, id) = (service.Secretary(ward.Cells[0]), resolved.Items[0].Id);
        var made = (
            await Eventually.TrueAsync(
                "the commitment",
                () => secretary.CommitmentsAsync(unit: ward.Cells[0].Id),
                page => page.Items.Count > 0
            )
        ).Items[0];
        await secretary.EnterProgressAsync(id, made.Deeds[0].Id, new DeedProgress(service.Today, 1, "Ngõ 102", null));
        await secretary.EnterProgressAsync(id, made.Deeds[0].Id, new DeedProgress(service.Today, 2, "Ngõ 85, 90", null));
        await secretary.ConfirmDeedAsync(id, made.Deeds[0].Id).ShouldBeRefusedAsync("own-work");
        await service.Officer.ConfirmDeedAsync(id, made.Deeds[0].Id);

        (await service.EventsAsync(id)).ShouldBe([
            "CommitmentProgressed",
            "CommitmentProgressed",
            "CommitmentFulfilled",
            "CommitmentProgressed",
        ]);
        var told = (
            await service.ColumnAsync(
                $"select payload::text from messaging.event_log where aggregate_id = '{id}' and type = 'CommitmentProgressed' order by id"
            )
        )
            .Select(payload => JsonSerializer.Deserialize<CommitmentProgressed>(payload, JsonSerializerOptions.Web)!)
            .ToList();
        told.Select(progress => (progress.SessionId, progress.State, progress.Done, progress.ReachedOn))
            .ShouldBe([
                (resolved.AggregateId, "open", 1m, null),
                (resolved.AggregateId, "open", 3m, service.Today),
                (resolved.AggregateId, "fulfilled", 3m, service.Today),
            ]);
        told.Select(progress => progress.Version).ShouldBe(told.Select(progress => progress.Version).Distinct().Order());
    }

    [Fact]
    public async Task What_was_resolved_goes_to_the_unit_that_goes_on()
    {
        var ward = await service.WardAsync(2);
        var (ended, successor) = (ward.Cells[0], ward.Cells[1]);
        await service.Organization.PublishAsync(ended.Changed().Ended(), ended.Changed(version: 2).Into(successor.Changed()));
        await Eventually.EqualsAsync(
            "the merger",
            () => service.ScalarAsync<long>($"select count(*) from unit_directory where id = '{ended.Id}' and successor_id is not null"),
            1L
        );
        await service.Session.PublishAsync(Resolved(ended, null, 1));
        await Eventually.TrueAsync(
            "the commitment",
            () => service.Secretary(successor).CommitmentsAsync(unit: successor.Id),
            page => page.Items.Count == 1
        );
    }

    private SessionResolved Resolved(TestUnit unit, Guid? campaign, int items) =>
        new()
        {
            District = unit.Changed().District,
            CampaignId = campaign,
            AggregateId = Guid.CreateVersion7(),
            Version = 3,
            UnitId = unit.Id,
            UnitPath = unit.Path,
            Topic = "Sinh hoạt chuyên đề",
            HeldOn = service.Today.AddDays(-2),
            Items =
            [
                .. Enumerable
                    .Range(1, items)
                    .Select(no => new ResolvedItem
                    {
                        Id = Guid.CreateVersion7(),
                        What = $"Việc {no}",
                        UnitId = unit.Id,
                        UnitPath = unit.Path,
                        DueOn = service.Today.AddDays(28),
                        Target = 3,
                        Measure = "ngõ",
                    }),
            ],
        };
}
