using System.Globalization;
using System.Net;
using Campaign.Api;
using Campaign.Api.Problems;
using Campaign.Api.Recognition;
using Campaign.Contracts;

namespace Campaign.Recognition.Tests.Service;

[Collection(nameof(RecognitionService))]
[Trait("Run", "Quick")]
public class NominationTests(RecognitionService service)
{
    [Fact]
    public async Task A_secretary_nominates_in_their_cell_and_the_others_hear_of_it()
    {
        var world = await service.NewWorldAsync();

        var nomination = await world.Secretary.NominateAsync(world.Request(world.Members[7]));

        (nomination.State, nomination.SubjectName, nomination.CouncilSize).ShouldBe(("submitted", "Nguyễn Thị Thường 7", 5));
        await service.EventuallyAsync<long>(
            $"select count(*) from messaging.event_log where type = 'NominationSubmitted' and aggregate_id = '{nomination.Id}' and "
                + "published_at is not null",
            1
        );
    }

    [Fact]
    public async Task Nobody_is_nominated_twice_for_one_title_or_one_achievement()
    {
        var world = await service.NewWorldAsync();
        await world.Officer.NominateAsync(world.Request(world.Members[7], achievement: "Cải tạo chung cư cũ ở phường Hạ Đình"));

        await RefusedAsync(
            "already-nominated",
            world.Officer.NominateAsync(world.Request(world.Members[7], achievement: "Một thành tích khác hẳn trước đây"))
        );
        await RefusedAsync(
            "already-nominated",
            world.Officer.NominateAsync(world.Request(world.Members[7], "bang-khen", "CẢI TẠO chung cư cũ, ở phường Hạ Đình."))
        );
        await world.Officer.NominateAsync(world.Request(world.Members[7], "bang-khen", "Một thành tích khác hẳn trước đây"));
    }

    [Fact]
    public async Task A_rewarded_achievement_is_not_nominated_again()
    {
        var world = await service.NewWorldAsync();
        await world.AwardedAsync(world.Members[7]);

        await RefusedAsync("already-rewarded", world.Officer.NominateAsync(world.Request(world.Members[7])));
        await RefusedAsync("already-rewarded", world.Officer.NominateAsync(world.Request(world.Members[7], "bang-khen")));
    }

    [Fact]
    public async Task One_achievement_is_nominated_once_even_for_two_titles_at_the_same_time()
    {
        var world = await service.NewWorldAsync();
        string[] titles = ["giay-khen", "bang-khen"];

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(6, 4)
                .SelectMany(member =>
                    titles.Select(async title =>
                    {
                        try
                        {
                            await world.Officer.NominateAsync(world.Request(world.Members[member], title));
                            return member;
                        }
                        catch (ApiException problem) when (problem.Status == HttpStatusCode.Conflict)
                        {
                            return 0;
                        }
                    })
                )
        );

        outcomes.Order().ShouldBe([0, 0, 0, 0, 6, 7, 8, 9]);
    }

    [Fact]
    public async Task After_its_award_was_revoked_an_achievement_may_be_nominated_again()
    {
        var world = await service.NewWorldAsync();
        var award = await world.AwardedAsync(world.Members[7]);
        await world.Officer.RevokeAsync(award.Id, new RevokeAward("Quyết định sai thẩm quyền", award.GrantedOn));

        (await world.Officer.NominationAsync(award.NominationId)).State.ShouldBe("revoked");
        await RefusedAsync(
            "award-decided",
            world.Officer.RecordBallotsAsync(award.NominationId, new CastVotes([new Ballot(world.Council.MemberIds[0], false)]))
        );
        (await world.AwardedAsync(world.Members[7], "813-QĐ/QU")).NominationId.ShouldNotBe(award.NominationId);
    }

    [Fact]
    public async Task Each_council_member_has_one_vote_and_may_change_it()
    {
        var world = await service.NewWorldAsync();
        var nomination = await world.Officer.NominateAsync(world.Request(world.Members[7]));
        var voters = world.Council.MemberIds.Select(member => service.As(member, $"{Roles.Council}@{world.Path}")).ToList();

        (await voters[0].VoteAsync(nomination.Id, new CastVote(null, false))).Against.ShouldBe(1);
        (await voters[0].VoteAsync(nomination.Id, new CastVote(null, true))).ShouldSatisfyAllConditions(
            seen => seen.InFavour.ShouldBe(1),
            seen => seen.Against.ShouldBe(0)
        );
        await voters[1].VoteAsync(nomination.Id, new CastVote(null, true));
        (await voters[2].VoteAsync(nomination.Id, new CastVote(null, true))).State.ShouldBe("submitted");
        (await voters[3].VoteAsync(nomination.Id, new CastVote(null, true))).State.ShouldBe("passed");
        (await voters[3].VoteAsync(nomination.Id, new CastVote(null, false))).State.ShouldBe("submitted");
        (await voters[4].VoteAsync(nomination.Id, new CastVote(null, false))).State.ShouldBe("failed");
    }

    [Fact]
    public async Task Who_is_not_in_the_council_has_no_vote()
    {
        var world = await service.NewWorldAsync();
        var nomination = await world.Officer.NominateAsync(world.Request(world.Members[7]));

        await RefusedAsync(
            "not-a-council-member",
            service.As(world.Members[8], $"{Roles.Council}@{world.Path}").VoteAsync(nomination.Id, new CastVote(null, true))
        );
        await RefusedAsync(
            "not-a-council-member",
            world.Officer.RecordBallotsAsync(nomination.Id, new CastVotes([new Ballot(world.Members[8], true)]))
        );
        await RefusedAsync(
            "ballots[1].councilMemberId",
            FieldCodes.Twice,
            world.Officer.RecordBallotsAsync(
                nomination.Id,
                new CastVotes([new Ballot(world.Members[0], true), new Ballot(world.Members[0], true)])
            )
        );
    }

    [Fact]
    public async Task A_council_member_votes_for_nobody_else()
    {
        var world = await service.NewWorldAsync();
        var nomination = await world.Officer.NominateAsync(world.Request(world.Members[7]));
        var voter = service.As(world.Council.MemberIds[0], $"{Roles.Council}@{world.Path}");

        await RefusedAsync("not-your-vote", voter.VoteAsync(nomination.Id, new CastVote(world.Council.MemberIds[1], true)));
        await RefusedAsync(
            "not-your-vote",
            service
                .As(world.Council.MemberIds[0], $"{Roles.Council}@hn", $"{Roles.DistrictOfficer}@{world.CellPath}")
                .VoteAsync(nomination.Id, new CastVote(world.Council.MemberIds[1], true))
        );
        await RefusedAsync(
            "not-allowed",
            voter.RecordBallotsAsync(nomination.Id, new CastVotes([new Ballot(world.Council.MemberIds[1], true)]))
        );

        (await world.Officer.NominationAsync(nomination.Id)).InFavour.ShouldBe(0);
    }

    [Fact]
    public async Task A_vote_in_writing_does_not_replace_one_that_its_owner_cast()
    {
        var world = await service.NewWorldAsync();
        var nomination = await world.Officer.NominateAsync(world.Request(world.Members[7]));
        var member = world.Council.MemberIds[0];
        await world.Officer.RecordBallotsAsync(nomination.Id, new CastVotes([new Ballot(member, true)]));
        await service.As(member, $"{Roles.Council}@{world.Path}").VoteAsync(nomination.Id, new CastVote(null, false));

        await RefusedAsync("voted-in-person", world.Officer.RecordBallotsAsync(nomination.Id, new CastVotes([new Ballot(member, true)])));

        (await world.Officer.NominationAsync(nomination.Id)).ShouldSatisfyAllConditions(
            seen => seen.InFavour.ShouldBe(0),
            seen => seen.Against.ShouldBe(1)
        );
    }

    [Fact]
    public async Task Votes_at_the_same_time_are_all_counted()
    {
        var world = await service.NewWorldAsync();
        var nomination = await world.Officer.NominateAsync(world.Request(world.Members[7]));

        await Task.WhenAll(
            world.Council.MemberIds.Select(member =>
                service.As(member, $"{Roles.Council}@{world.Path}").VoteAsync(nomination.Id, new CastVote(null, true))
            )
        );

        (await world.Officer.NominationAsync(nomination.Id)).InFavour.ShouldBe(5);
    }

    [Theory]
    [InlineData("nominations/{id}/ballots", """{ "ballots": [null] }""")]
    [InlineData("decisions", """{ "number": "1\u0000", "signer": "Trần Văn Ký", "signedOn": "2023-09-02", "nominationIds": ["{id}"] }""")]
    public async Task What_cannot_be_read_or_stored_is_refused_and_says_so(string path, string body)
    {
        var world = await service.NewWorldAsync();
        var nomination = await world.Officer.NominateAsync(world.Request(world.Members[7]));
        using var http = service.Factory.As($"{Roles.DistrictOfficer}@{world.Path}");
        using var content = new StringContent(
            body.Replace("{id}", nomination.Id.ToString()),
            System.Text.Encoding.UTF8,
            "application/json"
        );

        using var answer = await http.PostAsync(
            new Uri("api/v1/recognition/" + path.Replace("{id}", nomination.Id.ToString()), UriKind.Relative),
            content
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("urn:campaign:problem:invalid-request");
    }

    [Fact]
    public async Task A_council_needs_three_known_members()
    {
        var world = await service.NewWorldAsync();

        await RefusedAsync(
            "memberIds",
            RecognitionProblems.DifferentMembers,
            world.Officer.CreateCouncilAsync(
                new CreateCouncil("Hai người", world.UnitId, [world.Members[0], world.Members[1], world.Members[1]])
            )
        );
        await RefusedAsync(
            "memberIds[2]",
            RecognitionProblems.UnknownMember,
            world.Officer.CreateCouncilAsync(
                new CreateCouncil("Người lạ", world.UnitId, [world.Members[0], world.Members[1], Guid.NewGuid()])
            )
        );
        (await world.Secretary.CouncilsAsync()).Items.Select(council => council.Id).ShouldBe([world.Council.Id]);
    }

    [Fact]
    public async Task Every_title_names_its_source_and_is_unverified_until_somebody_compared_it()
    {
        var titles = (await service.As("member@hn").CatalogueAsync(RecognitionCatalogues.Titles.Name)).Value.Entries;

        titles
            .Where(title => title.ValidTo is null)
            .Select(title => (title.Code, title.Traits![RecognitionCatalogues.SubjectKind]))
            .ShouldBeUnique();
        titles.ShouldAllBe(title =>
            title.Source!.Length > 0
            && !title.Verified
            && decimal.Parse(title.Traits![RecognitionCatalogues.MajorityPercent], CultureInfo.InvariantCulture) >= 50
        );
    }

    private static async Task RefusedAsync<T>(string field, FieldCode code, Task<T> call) =>
        (await Should.ThrowAsync<ApiException>(call)).Errors.Select(error => (error.Field, error.Code)).ShouldBe([(field, code.Code)]);

    private static async Task RefusedAsync<T>(string slug, Task<T> call) =>
        (await Should.ThrowAsync<ApiException>(call)).ShouldSatisfyAllConditions(
            problem => problem.Type.ShouldBe($"urn:campaign:problem:{slug}"),
            problem => problem.Status.ShouldNotBe(HttpStatusCode.InternalServerError)
        );
}
