using Campaign.Api;
using Campaign.Api.Recognition;

namespace Campaign.Recognition.Tests.Service;

[Collection(nameof(RecognitionService))]
public class AwardTests(RecognitionService service)
{
    [Fact]
    public async Task One_decision_grants_many_awards_and_tells_the_others()
    {
        var world = await service.NewWorldAsync();
        NominationView[] passed = [await world.PassedAsync(world.Members[6]), await world.PassedAsync(world.Members[7])];

        var result = await world.Officer.DecideAsync(world.Decision("812-QĐ/QU", passed));

        result.Awards.Select(award => award.SubjectId).ShouldBe([world.Members[6], world.Members[7]], ignoreOrder: true);
        result.Awards.ShouldAllBe(award =>
            award.Decision == "812-QĐ/QU" && award.Signer == "Trần Văn Ký" && award.TitleName == "Giấy khen"
        );
        (await world.Officer.NominationsAsync(world.Campaign, "awarded")).Items.Count.ShouldBe(2);
        (await world.Officer.AwardsAsync(world.Campaign)).Items.Count.ShouldBe(2);
        await service.EventuallyAsync<long>(
            $"select count(*) from messaging.event_log where type = 'AwardGranted' and district = '{world.Code}' and "
                + $"payload->>'campaignId' = '{world.Campaign}' and published_at is not null",
            2
        );
    }

    [Fact]
    public async Task A_decision_with_one_nomination_that_has_not_passed_grants_nothing_and_names_it()
    {
        var world = await service.NewWorldAsync();
        var passed = await world.PassedAsync(world.Members[6]);
        var open = await world.Officer.NominateAsync(world.Request(world.Members[7]));

        var problem = await Should.ThrowAsync<ApiException>(world.Officer.DecideAsync(world.Decision("1-QĐ/QU", passed, open)));

        problem.Type.ShouldBe("urn:campaign:problem:not-passed");
        $"{problem.Parameters["whom"]}".ShouldContain("Nguyễn Thị Thường 7");
        $"{problem.Parameters["whom"]}".ShouldNotContain("Nguyễn Thị Thường 6");
        (await world.Officer.AwardsAsync(world.Campaign)).Items.ShouldBeEmpty();
        (await world.Officer.NominationAsync(passed.Id)).State.ShouldBe("passed");
    }

    [Fact]
    public async Task Nobody_is_rewarded_twice_for_one_nomination()
    {
        var world = await service.NewWorldAsync();
        var passed = await world.PassedAsync(world.Members[6]);
        var officer = world.Officer;
        var key = Guid.NewGuid().ToString();
        var first = await officer.DecideAsync(world.Decision("1-QĐ/QU", passed), key);

        (await officer.DecideAsync(world.Decision("1-QĐ/QU", passed), key)).Awards.Single().Id.ShouldBe(first.Awards.Single().Id);
        (await Should.ThrowAsync<ApiException>(officer.DecideAsync(world.Decision("2-QĐ/QU", passed)))).Type.ShouldBe(
            "urn:campaign:problem:already-rewarded"
        );
        (await Should.ThrowAsync<ApiException>(officer.VoteAsync(passed.Id, new CastVote(world.Members[0], false)))).Type.ShouldBe(
            "urn:campaign:problem:award-decided"
        );
    }

    [Fact]
    public async Task A_decision_number_is_used_once_a_year_by_its_issuer()
    {
        var (world, other) = (await service.NewWorldAsync(), await service.NewWorldAsync());
        await world.AwardedAsync(world.Members[6], "812-QĐ/QU");

        (await Should.ThrowAsync<ApiException>(world.AwardedAsync(world.Members[7], "812-QĐ/QU"))).Type.ShouldBe(
            "urn:campaign:problem:decision-number-taken"
        );
        (await other.AwardedAsync(other.Members[6], "812-QĐ/QU")).Decision.ShouldBe("812-QĐ/QU");
    }

    [Fact]
    public async Task Decisions_at_the_same_time_grant_an_award_once()
    {
        var world = await service.NewWorldAsync();
        var passed = await world.PassedAsync(world.Members[6]);

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(1, 4)
                .Select(async number =>
                {
                    try
                    {
                        return (await world.Officer.DecideAsync(world.Decision($"{number}-QĐ/QU", passed))).Awards.Count;
                    }
                    catch (ApiException problem) when (problem.Type == "urn:campaign:problem:already-rewarded")
                    {
                        return 0;
                    }
                })
        );

        outcomes.Sum().ShouldBe(1);
        (
            await service.ScalarAsync<long>(
                $"select count(*) from messaging.event_log where type = 'AwardGranted' and payload->>'campaignId' = '{world.Campaign}'"
            )
        ).ShouldBe(1);
    }

    [Fact]
    public async Task Anybody_verifies_an_award_and_sees_only_what_the_decision_makes_public()
    {
        var world = await service.NewWorldAsync();
        var award = await world.AwardedAsync(world.Members[6]);

        var seen = await service.As().VerifyAsync(award.VerificationCode);

        seen.ShouldBe(
            new Verification(
                award.VerificationCode,
                true,
                "Nguyễn Thị Thường 6",
                "giay-khen",
                "Giấy khen",
                "812-QĐ/QU",
                new DateOnly(2023, 9, 2),
                null
            )
        );
        (await Should.ThrowAsync<ApiException>(service.As().VerifyAsync(new string('0', 26)))).Type.ShouldBe(
            "urn:campaign:problem:no-such-code"
        );
        (await Should.ThrowAsync<ApiException>(service.As().VerifyAsync("' or 1=1"))).Type.ShouldBe("urn:campaign:problem:no-such-code");
    }

    [Fact]
    public async Task A_revoked_award_is_not_valid_and_has_no_certificate()
    {
        var world = await service.NewWorldAsync();
        var award = await world.AwardedAsync(world.Members[6]);
        var on = new DateOnly(2024, 3, 1);

        var revoked = await world.Officer.RevokeAsync(award.Id, new RevokeAward("Hồ sơ khai man thành tích", on));

        (revoked.RevokedOn, revoked.Version).ShouldBe((on, award.Version + 1));
        (await service.As().VerifyAsync(award.VerificationCode)).ShouldSatisfyAllConditions(
            seen => seen.Valid.ShouldBeFalse(),
            seen => seen.RevokedOn.ShouldBe(on)
        );
        (await Should.ThrowAsync<ApiException>(world.Officer.CertificateAsync(award.Id))).Type.ShouldBe(
            "urn:campaign:problem:award-revoked"
        );
        (
            await Should.ThrowAsync<ApiException>(world.Officer.RevokeAsync(award.Id, new RevokeAward("Hồ sơ khai man thành tích", on)))
        ).Type.ShouldBe("urn:campaign:problem:already-revoked");
        await service.EventuallyAsync<long>(
            $"select count(*) from messaging.event_log where type = 'AwardRevoked' and aggregate_id = '{award.Id}' and published_at "
                + "is not null",
            1
        );
    }

    [Fact]
    public async Task The_audit_log_names_what_changed_and_holds_no_names_of_people()
    {
        var world = await service.NewWorldAsync();
        var award = await world.AwardedAsync(world.Members[6]);
        await world.Officer.RevokeAsync(award.Id, new RevokeAward("Hồ sơ khai man thành tích", award.GrantedOn));

        var details = await service.ScalarAsync<string>(
            $"select string_agg(details::text, ' ') from audit_log where entity_id in ('{award.Id}', '{award.NominationId}')"
        );

        details.ShouldContain("SubjectName");
        details.ShouldContain(nameof(AwardView.RevokedReason));
        foreach (var personal in new[] { award.SubjectName, award.Achievement, "khai man", award.VerificationCode })
        {
            details.ShouldNotContain(personal);
        }
    }

    [Fact]
    public async Task Verification_codes_do_not_repeat_and_do_not_tell_each_other()
    {
        var world = await service.NewWorldAsync();
        NominationView[] passed =
        [
            await world.PassedAsync(world.Members[5]),
            await world.PassedAsync(world.Members[6]),
            await world.PassedAsync(world.Members[7]),
        ];

        var codes = (await world.Officer.DecideAsync(world.Decision("5-QĐ/QU", passed)))
            .Awards.Select(award => award.VerificationCode)
            .ToList();

        codes.ShouldBeUnique();
        codes.ShouldAllBe(code => code.Length == 26);
        codes.Select(code => code[..6]).ShouldBeUnique();
    }
}
