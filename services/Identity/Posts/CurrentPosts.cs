using Campaign.Contracts;
using Campaign.Identity.Accounts;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Identity.Posts;

/// <summary>
/// The posts that a token issued now carries, as <c>role@path</c>: those granted directly, those that the linked member
/// holds, and <c>member@home-unit</c> for every linked member who has not departed. Only posts valid today count.
/// </summary>
public sealed class CurrentPosts(IdentityDb db, TimeProvider time)
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

        var today = time.Today();
        var held = await db
            .HeldPosts.Where(post => post.MemberId == member.Id && post.Role != null)
            .Where(post => post.ValidFrom <= today && (post.ValidTo == null || post.ValidTo > today))
            .Select(post => post.Role + "@" + post.UnitPath)
            .ToArrayAsync(cancellationToken);
        return [.. granted.Concat(held).Append($"{Roles.Member}@{member.UnitPath}").Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Posts granted directly to an account's id or a client's id.</summary>
    public async Task<string[]> OfSubjectAsync(string subject, CancellationToken cancellationToken)
    {
        return await db
            .Grants.On(time.Today())
            .Where(grant => grant.Subject == subject)
            .Select(grant => grant.Role + "@" + grant.UnitPath)
            .Distinct()
            .Order()
            .ToArrayAsync(cancellationToken);
    }

    /// <summary>Direct grants of a subject that have not ended, also those still to begin.</summary>
    public Task<List<Grant>> GrantsAsync(string subject, CancellationToken cancellationToken) => GrantsAsync([subject], cancellationToken);

    /// <inheritdoc cref="GrantsAsync(string, CancellationToken)"/>
    public async Task<List<Grant>> GrantsAsync(string[] subjects, CancellationToken cancellationToken)
    {
        var today = time.Today();
        return await db
            .Grants.AsNoTracking()
            .Where(grant => subjects.Contains(grant.Subject) && (grant.ValidTo == null || grant.ValidTo > today))
            .OrderBy(grant => grant.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Units of all posts of a subject and its member that have not ended, also those still to begin, and the member's home
    /// unit: a token of theirs acts there.
    /// </summary>
    public async Task<IReadOnlyList<string>> PathsAsync(string subject, Guid? memberId, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var granted = (await GrantsAsync(subject, cancellationToken)).Select(grant => grant.UnitPath);
        var held = await db
            .HeldPosts.Where(post => post.MemberId == memberId && post.UnitPath != null && (post.ValidTo == null || post.ValidTo > today))
            .Select(post => post.UnitPath!)
            .ToListAsync(cancellationToken);
        var home = await db.Members.Where(member => member.Id == memberId).Select(member => member.UnitPath).ToListAsync(cancellationToken);
        return [.. granted.Concat(held).Concat(home).Distinct()];
    }
}
