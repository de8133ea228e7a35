using Campaign.Contracts;
using Campaign.Identity.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Identity.Posts;

/// <summary>
/// The posts that a token issued now carries, as <c>role@path</c>: those granted directly, those that the linked member
/// holds, and <c>member@home-unit</c> for every linked member who has not departed. Only posts valid today count.
/// </summary>
public sealed class CurrentPosts(IdentityDb db, LocalDay day)
{
    /// <summary>Posts of an account; a departed member keeps only what an operator granted directly.</summary>
    public async Task<string[]> OfAsync(Account account, CancellationToken cancellationToken)
    {
        var granted = await OfSubjectAsync(account.Id.ToString(), cancellationToken);
        var member = account.MemberId is { } id
            ? await db.Members.AsNoTracking().FirstOrDefaultAsync(member => member.Id == id, cancellationToken)
            : null;
        if (member is null or { Departed: true })
        {
            return granted;
        }

        var today = day.Today;
        var held = await db.HeldPosts
            .Where(post => post.MemberId == member.Id && post.Role != null)
            .Where(post => post.ValidFrom <= today && (post.ValidTo == null || post.ValidTo > today))
            .Select(post => post.Role + "@" + post.UnitPath)
            .ToArrayAsync(cancellationToken);
        return [.. granted.Concat(held).Append($"{Roles.Member}@{member.UnitPath}").Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Posts granted directly to an account's id or a client's id.</summary>
    public async Task<string[]> OfSubjectAsync(string subject, CancellationToken cancellationToken)
    {
        var today = day.Today;
        return await db.Grants
            .Where(grant => grant.Subject == subject)
            .Where(grant => grant.ValidFrom <= today && (grant.ValidTo == null || grant.ValidTo > today))
            .Select(grant => grant.Role + "@" + grant.UnitPath)
            .Distinct().Order()
            .ToArrayAsync(cancellationToken);
    }
}
