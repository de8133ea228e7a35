using System.Net;
using Campaign.Api;
using Campaign.Api.Organization;
using Campaign.Contracts;

namespace Campaign.Organization.Tests;

[Trait("Run", "Quick")]
public sealed class MemberServiceTests(OrganizationService service) : IClassFixture<OrganizationService>
{
    private static readonly DateOnly s_day = new(2021, 5, 18);

    [Fact]
    public async Task Member_is_registered_transferred_and_given_a_post_with_an_event_each()
    {
        var (first, second) = (await service.CellAsync("mb-1"), await service.CellAsync("mb-2"));
        var officer = service.DistrictOfficer;

        var member = await officer.RegisterMemberAsync(new RegisterMember("MB-1", "Nguyễn Thị Đào", first.Id, s_day));
        var moved = await officer.UpdateMemberAsync(
            member.Id,
            member.Version,
            new UpdateMember("Nguyễn Thị Đào", second.Id, MemberStatuses.Exempted)
        );
        var post = await officer.AssignPostAsync(new AssignPost(member.Id, second.Id, Roles.Secretary, s_day, null));
        var ended = await officer.EndPostAsync(post.Id, new EndPost(s_day.AddYears(1)));

        (moved.UnitPath, moved.Status, moved.Version, moved.JoinedOn).ShouldBe((second.Path, MemberStatuses.Exempted, 2, s_day));
        (await officer.MemberAsync(member.Id)).Posts.ShouldHaveSingleItem().ShouldBeEquivalentTo(ended);
        (await service.EventsAsync(member.Id)).ShouldBe(["MemberChanged thanh-xuan", "MemberChanged thanh-xuan"]);
        (await service.EventsAsync(post.Id)).ShouldBe(["PostAssigned thanh-xuan", "PostEnded thanh-xuan"]);
    }

    [Fact]
    public async Task Member_is_found_without_diacritics_and_by_number()
    {
        var cell = await service.CellAsync("mb-search");
        var member = await service.DistrictOfficer.RegisterMemberAsync(new RegisterMember("SEARCH-77", "Đặng Ngọc Ánh", cell.Id, null));

        (await service.DistrictOfficer.MembersAsync(search: "dang anh")).Items.ShouldHaveSingleItem().Id.ShouldBe(member.Id);
        (await service.DistrictOfficer.MembersAsync(search: "search-77")).Items.ShouldHaveSingleItem().Id.ShouldBe(member.Id);
    }

    [Fact]
    public async Task List_pages_by_unit_and_number()
    {
        var cell = await service.CellAsync("mb-page");
        foreach (var number in Enumerable.Range(1, 5))
        {
            await service.DistrictOfficer.RegisterMemberAsync(new RegisterMember($"PAGE-{number}", "Phạm Văn D", cell.Id, null));
        }

        List<string> numbers = [];
        await foreach (
            var member in Paging.AllAsync(cursor => service.DistrictOfficer.MembersAsync(under: cell.Path, cursor: cursor, limit: 2))
        )
        {
            numbers.Add(member.Number);
        }

        numbers.ShouldBe(Enumerable.Range(1, 5).Select(n => $"PAGE-{n}"));
    }

    [Theory]
    [InlineData("MB-TAKEN", "number-taken")]
    [InlineData("001088012345", "invalid-request")]
    [InlineData("không", "invalid-request")]
    public async Task Registration_is_refused_with_a_reason(string number, string problem)
    {
        var cell = await service.CellAsync($"mb-{Guid.NewGuid():n}");
        if (number == "MB-TAKEN")
        {
            await service.DistrictOfficer.RegisterMemberAsync(new RegisterMember(number, "Phạm Văn D", cell.Id, null));
        }

        (
            await Should.ThrowAsync<ApiException>(() =>
                service.DistrictOfficer.RegisterMemberAsync(new RegisterMember(number, "Phạm Văn E", cell.Id, null))
            )
        ).Type.ShouldBe($"urn:campaign:problem:{problem}");
    }

    [Fact]
    public async Task Post_that_is_given_for_overlapping_times_side_by_side_is_held_once()
    {
        var cell = await service.CellAsync("mb-overlap");
        var officer = service.DistrictOfficer;
        var member = await officer.RegisterMemberAsync(new RegisterMember("MB-OVERLAP", "Lê Văn Chồng", cell.Id, null));

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(async at =>
                {
                    try
                    {
                        await officer.AssignPostAsync(
                            new AssignPost(member.Id, cell.Id, Roles.Secretary, s_day.AddDays(at), s_day.AddYears(1))
                        );
                        return true;
                    }
                    catch (ApiException refused) when (refused.Status == HttpStatusCode.Conflict)
                    {
                        return false;
                    }
                })
        );

        outcomes.Count(given => given).ShouldBe(1);
    }

    [Fact]
    public async Task Post_is_held_once_at_a_time_and_again_after_its_end()
    {
        var cell = await service.CellAsync("mb-post");
        var officer = service.DistrictOfficer;
        var member = await officer.RegisterMemberAsync(new RegisterMember("POST-1", "Vũ Văn G", cell.Id, null));
        var post = await officer.AssignPostAsync(new AssignPost(member.Id, cell.Id, Roles.Secretary, s_day, null));

        (
            await Should.ThrowAsync<ApiException>(() =>
                officer.AssignPostAsync(new AssignPost(member.Id, cell.Id, Roles.Secretary, s_day.AddDays(9), null))
            )
        ).Type.ShouldBe("urn:campaign:problem:post-already-held");
        await officer.EndPostAsync(post.Id, new EndPost(s_day.AddDays(9)));
        await officer.AssignPostAsync(new AssignPost(member.Id, cell.Id, Roles.Secretary, s_day.AddDays(9), null));

        (await Should.ThrowAsync<ApiException>(() => officer.EndPostAsync(post.Id, new EndPost(s_day.AddDays(20))))).Status.ShouldBe(
            HttpStatusCode.Conflict
        );
        (await officer.MemberAsync(member.Id)).Posts.Count.ShouldBe(2);
    }

    [Fact]
    public async Task District_officer_cannot_make_an_operator()
    {
        var cell = await service.CellAsync("mb-operator");
        var member = await service.DistrictOfficer.RegisterMemberAsync(new RegisterMember("OP-1", "Vũ Văn H", cell.Id, null));

        await Should.ThrowAsync<ApiException>(() =>
            service.DistrictOfficer.AssignPostAsync(new AssignPost(member.Id, cell.Id, Roles.Operator, s_day, null))
        );
        (await service.Operator.AssignPostAsync(new AssignPost(member.Id, cell.Id, Roles.Operator, s_day, null))).Role.ShouldBe(
            Roles.Operator
        );
    }
}
