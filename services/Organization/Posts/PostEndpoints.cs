using Campaign.Api.Organization;
using Campaign.Api.Problems;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Messaging.Log;
using Campaign.Organization.Members;
using Campaign.Organization.Units;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Organization.Posts;

/// <summary>Posts are given and end; they are never rewritten.</summary>
public static class PostEndpoints
{
    public static RouteGroupBuilder MapPosts(this IEndpointRouteBuilder app)
    {
        var posts = app.MapGroup("/posts").WithTags("Posts");
        posts
            .MapPost("/", AssignAsync)
            .Refuses(
                SharedProblems.NotFound,
                SharedProblems.AlreadyExists,
                OrganizationProblems.UnitEnded,
                OrganizationProblems.PostAlreadyHeld
            )
            .Allow(MemberActions.Assign);
        posts
            .MapPost("/{id:guid}/end", EndAsync)
            .Refuses(SharedProblems.VersionChanged, OrganizationProblems.PostAlreadyEnded)
            .Allow(MemberActions.End(Roles.Secretary));
        return posts;
    }

    private static async Task<Created<PostView>> AssignAsync(
        AssignPost request,
        Caller caller,
        OrganizationDb db,
        IEventLog events,
        CancellationToken ct
    )
    {
        Problem.Unless(
            request.ValidTo is null || request.ValidTo > request.ValidFrom,
            "validTo",
            FieldCodes.FirstDayWithout,
            ("start", "validFrom")
        );
        var unit = await db.Units.DemandAsync(request.UnitId, UnitActions.Assign, caller, ct);
        var member = await db.Members.DemandAsync(request.MemberId, MemberActions.Assign, caller, ct);
        if (PostRules.Objection("role", request.Role ?? "", unit, caller.Has(Roles.Operator)) is { } wrong)
        {
            throw Problem.Invalid(wrong);
        }

        var held = await db
            .Posts.AsNoTracking()
            .Where(post => post.MemberId == member.Id && post.UnitId == unit.Id && post.Role == request.Role)
            .ToListAsync(ct);
        if (held.Any(post => post.Overlaps(request.ValidFrom, request.ValidTo)))
        {
            throw new Problem(OrganizationProblems.PostAlreadyHeld);
        }

        var post = MemberPost.Assign(member, unit, request.Role!, request.ValidFrom, request.ValidTo);
        db.Posts.Add(post);
        events.Append(post.Assigned());
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/members/{member.Id}", View(post, unit, caller));
    }

    private static async Task<PostView> EndAsync(
        Guid id,
        EndPost request,
        Caller caller,
        OrganizationDb db,
        IEventLog events,
        CancellationToken ct
    )
    {
        var post = await db.Posts.SingleOrDefaultAsync(post => post.Id == id, ct);
        if (post is null || !caller.Holds([], post.UnitPath))
        {
            throw Problem.NotFound("post");
        }

        MemberActions.End(post.Role).Demand(caller, post.UnitPath);

        Problem.Unless(request.ValidTo >= post.ValidFrom, "validTo", FieldCodes.TooEarly, ("earliest", post.ValidFrom));
        var unit = await db.Units.AsNoTracking().SingleAsync(unit => unit.Id == post.UnitId, ct);
        if (post.ValidTo == request.ValidTo)
        {
            return View(post, unit, caller);
        }

        if (post.ValidTo < request.ValidTo)
        {
            throw new Problem(OrganizationProblems.PostAlreadyEnded, ("end", post.ValidTo));
        }

        post.End(request.ValidTo);
        events.Append(post.Ended());
        await db.SaveChangesAsync(ct);
        return View(post, unit, caller);
    }

    private static PostView View(MemberPost post, Unit unit, Caller caller) =>
        new(post.Id, post.UnitId, unit.Name, post.UnitPath, post.Role, post.ValidFrom, post.ValidTo)
        {
            May = new[] { MemberActions.End(post.Role) }.May(caller, post.UnitPath),
        };
}
