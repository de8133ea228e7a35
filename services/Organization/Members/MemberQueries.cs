using Campaign.Api.Organization;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Organization.Members;

internal static class MemberQueries
{
    /// <exception cref="Problem"><c>not-found</c>: none, or at home outside the caller's units.</exception>
    public static async Task<Member> CoveredAsync(this DbSet<Member> members, Guid id, Caller caller, CancellationToken ct) =>
        await members.SingleOrDefaultAsync(member => member.Id == id, ct) is { } member && caller.Covers(member.UnitPath)
            ? member
            : throw Problem.NotFound("member");

    /// <summary>A member with whom the caller does something.</summary>
    /// <exception cref="Problem"><c>not-found</c>: none, or outside all the caller's units; what the rule refuses.</exception>
    public static async Task<Member> DemandAsync(
        this DbSet<Member> members,
        Guid id,
        ActionRule<string> rule,
        Caller caller,
        CancellationToken ct
    )
    {
        var member = await members.SingleOrDefaultAsync(member => member.Id == id, ct);
        if (member is null || !caller.Holds([], member.UnitPath))
        {
            throw Problem.NotFound("member");
        }

        rule.Demand(caller, member.UnitPath);
        return member;
    }

    /// <summary>With the posts that each holds or held, oldest first.</summary>
    public static IQueryable<MemberView> AsViews(this IQueryable<Member> members, OrganizationDb db) =>
        members.Join(
            db.Units,
            member => member.UnitId,
            unit => unit.Id,
            (member, unit) =>
                new MemberView(
                    member.Id,
                    member.Number,
                    member.FullName,
                    member.UnitId,
                    unit.Name,
                    member.UnitPath,
                    member.Status,
                    member.JoinedOn,
                    db.Posts.Where(post => post.MemberId == member.Id)
                        .OrderBy(post => post.ValidFrom)
                        .ThenBy(post => post.Id)
                        .Join(
                            db.Units,
                            post => post.UnitId,
                            at => at.Id,
                            (post, at) =>
                                new PostView(post.Id, post.UnitId, at.Name, post.UnitPath, post.Role, post.ValidFrom, post.ValidTo)
                        )
                        .ToList(),
                    member.Version,
                    member.Sex,
                    member.BirthYear,
                    member.OfficialSince,
                    member.Since
                )
        );

    public static async Task<MemberView> ViewAsync(this OrganizationDb db, Guid id, Caller caller, CancellationToken ct) =>
        (await db.Members.AsNoTracking().Where(member => member.Id == id).AsViews(db).SingleAsync(ct)).With(caller);
}
