using System.Net.Http.Json;
using Campaign.Api;
using Campaign.Api.Recognition;
using Campaign.Contracts;
using Campaign.Recognition.Awards;
using Campaign.Recognition.Councils;
using Campaign.Recognition.Nominations;
using Campaign.Testing;

namespace Campaign.Recognition.Tests.Service;

/// <summary>What a view says that its reader may do is what the endpoints do, in every state and for whoever reads it.</summary>
[Collection(nameof(RecognitionService))]
public sealed class MayTests(RecognitionService service)
{
    private readonly MayWalk _walk = new();
    private int _number;

    [Fact]
    public async Task Nomination_says_what_its_endpoints_allow()
    {
        var world = await service.NewWorldAsync();
        var councillor = world.Council.MemberIds[0];
        (string Post, Guid? Member)[] callers =
        [
            ($"{Roles.DistrictOfficer}@{world.Path}", null),
            ($"{Roles.DistrictOfficer}@{world.Path}", councillor),
            ($"{Roles.Council}@{world.Path}", councillor),
            ($"{Roles.Council}@{world.Path}", world.Members[9]),
            ($"{Roles.Council}@{world.CellPath}", councillor),
            ($"{Roles.Secretary}@{world.CellPath}", null),
            ($"{Roles.Analyst}@hn", null),
        ];
        foreach (var (post, member) in callers)
        {
            foreach (var state in NominationStates.All)
            {
                foreach (var rule in NominationActions.All)
                {
                    var id = await InStateAsync(world, state);
                    var http = service.Factory.As([post], member);
                    var seen = await new RecognitionClient(http).NominationAsync(id);
                    seen.State.ShouldBe(state);
                    await _walk.TryAsync(
                        http,
                        $"{state} nomination for {post} {(member == councillor ? "of the council" : "")}",
                        seen.May,
                        rule.Name,
                        rule.Name switch
                        {
                            "vote" => ActionCall.Post($"nominations/{id}/votes", new CastVote(null, true)),
                            // somebody else's vote: what is given in writing
                            "record-ballots" => ActionCall.Post(
                                $"nominations/{id}/ballots",
                                new CastVotes([new Ballot(world.Council.MemberIds[1], true)])
                            ),
                            _ => ActionCall.Post("decisions", world.Decision($"{++_number}-QĐ/M", seen)),
                        }
                    );
                }
            }
        }

        _walk.ShouldBeRight();
    }

    [Fact]
    public async Task Award_says_what_its_endpoint_allows()
    {
        var world = await service.NewWorldAsync();
        foreach (
            var caller in new[]
            {
                $"{Roles.DistrictOfficer}@{world.Path}",
                $"{Roles.DistrictOfficer}@{world.CellPath}",
                $"{Roles.CityOfficer}@hn",
                $"{Roles.Secretary}@{world.CellPath}",
            }
        )
        {
            foreach (var revoked in new[] { false, true })
            {
                var award = await world.AwardedAsync(world.Members[_number % 5], $"{++_number}-QĐ/A");
                if (revoked)
                {
                    await world.Officer.RevokeAsync(award.Id, new RevokeAward("Hồ sơ không đúng", award.GrantedOn));
                }

                var seen = await service.As(caller).AwardAsync(award.Id);
                await _walk.TryAsync(
                    service.Factory.As(caller),
                    $"{(revoked ? "revoked " : "")}award for {caller}",
                    seen.May,
                    AwardActions.Revoke.Name,
                    ActionCall.Post($"awards/{award.Id}/revoke", new RevokeAward("Hồ sơ không đúng", award.GrantedOn))
                );
                if ((await world.Officer.AwardAsync(award.Id)).RevokedOn is null)
                {
                    await world.Officer.RevokeAsync(award.Id, new RevokeAward("Hồ sơ không đúng", award.GrantedOn));
                }
            }
        }

        _walk.ShouldBeRight();
    }

    [Fact]
    public async Task Service_says_what_may_be_begun_and_where()
    {
        var world = await service.NewWorldAsync();
        foreach (
            var caller in new[]
            {
                $"{Roles.CityOfficer}@hn",
                $"{Roles.DistrictOfficer}@{world.CellPath}",
                $"{Roles.Secretary}@{world.CellPath}",
                $"{Roles.Analyst}@hn",
            }
        )
        {
            var http = service.Factory.As(caller);
            var may = (await http.GetFromJsonAsync<List<MayWithin>>("may"))!;
            string[] Said(string path) =>
                [.. may.Where(one => one.UnitPaths.Any(root => UnitPath.IsWithin(path, root))).Select(one => one.Action)];
            await _walk.TryAsync(
                http,
                caller,
                Said(world.CellPath),
                NominationActions.Nominate.Name,
                ActionCall.Post("nominations", world.Request(world.Members[_number++ % 10], "bang-khen"))
            );
            await _walk.TryAsync(
                http,
                $"cell for {caller}",
                Said(world.CellPath),
                CouncilEndpoints.Create.Name,
                ActionCall.Post("councils", new CreateCouncil($"{Guid.NewGuid()}", world.Cell, [.. world.Members.Take(3)]))
            );
            await _walk.TryAsync(
                http,
                $"district for {caller}",
                Said(world.Path),
                CouncilEndpoints.Create.Name,
                ActionCall.Post("councils", new CreateCouncil($"{Guid.NewGuid()}", world.UnitId, [.. world.Members.Take(3)]))
            );
        }

        _walk.ShouldBeRight();
    }

    [Fact]
    public async Task Service_says_who_reads_what_and_who_operates_it()
    {
        await _walk.TryReadingAsync(post => service.Factory.As(post), ("read-nominations", "nominations"), ("read-awards", "awards"));

        _walk.ShouldBeRight();
    }

    [Fact]
    public async Task Title_that_is_added_as_a_row_is_nominated_for_decided_told_and_named()
    {
        await service.ScalarAsync<string>(
            """
            insert into titles (code, subject_kind, valid_from, name, english_name, majority_percent, source, verified)
            values ('ky-niem-chuong', 'member', '2020-01-01', 'Kỷ niệm chương', 'Commemorative medal', 60, 'Quy định thử',
                false) returning code
            """
        );
        var world = await service.NewWorldAsync();
        var entry = (await world.Secretary.CatalogueAsync(RecognitionCatalogues.Titles.Name)).Value.Entries.Single(title =>
            title.Code == "ky-niem-chuong"
        );
        (entry.NameIn("en"), entry.Is(RecognitionCatalogues.SubjectKind, SubjectKinds.Member)).ShouldBe(("Commemorative medal", true));
        var passed = await world.PassedAsync(world.Members[0], "ky-niem-chuong");
        (await world.Officer.DecideAsync(world.Decision("1-QĐ/K", passed)))
            .Awards.ShouldHaveSingleItem()
            .TitleName.ShouldBe("Kỷ niệm chương");
        (
            await Should.ThrowAsync<ApiException>(world.Officer.NominateAsync(world.Request(world.Members[1], "crown")))
        ).Message.ShouldContain("ky-niem-chuong");
    }

    // each in a campaign of its own: in one, nobody is nominated for a title twice
    private async Task<Guid> InStateAsync(World world, string state)
    {
        var officer = world.Officer;
        var request = world.Request(world.Members[7]) with { CampaignId = Guid.CreateVersion7() };
        var nomination = await officer.NominateAsync(request);
        if (state != NominationStates.Submitted)
        {
            nomination = await officer.RecordBallotsAsync(
                nomination.Id,
                new CastVotes([.. world.Council.MemberIds.Select(member => new Ballot(member, state != NominationStates.Failed))])
            );
        }

        if (state is NominationStates.Awarded or NominationStates.Revoked)
        {
            var award = (await officer.DecideAsync(world.Decision($"{++_number}-QĐ/S", nomination))).Awards.Single();
            if (state == NominationStates.Revoked)
            {
                await officer.RevokeAsync(award.Id, new RevokeAward("Hồ sơ không đúng", award.GrantedOn));
            }
        }

        return nomination.Id;
    }
}
