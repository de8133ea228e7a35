using System.Security.Claims;
using Campaign.Api.Problems;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Microsoft.AspNetCore.Http;

namespace Campaign.Hosting.Tests.Access;

/// <summary>What a view says that its reader may do is what the handler lets them do.</summary>
public sealed class ActionRuleTests
{
    private static readonly ActionRule<Door> s_close = new(
        "close",
        ["secretary"],
        door => door.Path,
        door => door.Shut ? new Problem(SharedProblems.DoneAlready) : null,
        (caller, door) => door.Owner is { } owner && caller.MemberId == owner
    );

    [Theory]
    [InlineData("secretary@hn/q/cb", true)]
    [InlineData("secretary@hn/q", true)]
    [InlineData("secretary@hn/x", false)]
    [InlineData("member@hn/q/cb", false)]
    public void A_post_counts_by_its_role_and_its_unit(string post, bool may) =>
        Says(By([post]), new Door("hn/q/cb"), may ? null : "outside-your-units");

    [Fact]
    public void The_state_of_the_thing_is_in_the_way_of_everybody() =>
        Says(By(["secretary@hn/q/cb"]), new Door("hn/q/cb", Shut: true), "done-already");

    [Fact]
    public void Another_right_stands_beside_the_post_over_the_unit_but_needs_the_role()
    {
        var owner = Guid.NewGuid();

        Says(By(["secretary@hn/x"], owner), new Door("hn/q/cb", Owner: owner), null);
        Says(By(["member@hn/q/cb"], owner), new Door("hn/q/cb", Owner: owner), "outside-your-units");
    }

    [Fact]
    public void Without_roles_anybody_signed_in_counts_and_nobody_else()
    {
        var knock = new ActionRule<Door>("knock", [], door => door.Path, Also: (_, _) => true);

        knock.Allows(By([]), new Door("hn/q/cb")).ShouldBeTrue();
        knock.Allows(new Caller(new HttpContextAccessor { HttpContext = new DefaultHttpContext() }), new Door("hn/q/cb")).ShouldBeFalse();
    }

    private static void Says(Caller caller, Door door, string? refusal)
    {
        new[] { s_close }.May(caller, door).ShouldBe(refusal is null ? ["close"] : []);
        var demand = () => s_close.Demand(caller, door);
        if (refusal is null)
        {
            demand.ShouldNotThrow();
        }
        else
        {
            demand.ShouldThrow<Problem>().Slug.ShouldBe(refusal);
        }
    }

    private static Caller By(string[] posts, Guid? member = null)
    {
        Claim[] claims =
        [
            .. posts.Select(post => new Claim("posts", post)),
            .. member is { } id ? [new Claim("member", id.ToString())] : Array.Empty<Claim>(),
        ];
        return new Caller(
            new HttpContextAccessor
            {
                HttpContext = new DefaultHttpContext { User = new ClaimsPrincipal(new ClaimsIdentity(claims, "test")) },
            }
        );
    }

    private sealed record Door(string Path, bool Shut = false, Guid? Owner = null);
}
