using Campaign.Api.Identity;
using Campaign.Api.Problems;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.ServiceDefaults.Audit;
using Campaign.ServiceDefaults.Idempotency;
using Campaign.Time;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Identity.Posts;

/// <summary>
/// Who holds a post in a unit today, and where their mail goes. Addresses are given to the service that sends reminders and to
/// nobody else, and each time is in the audit log.
/// </summary>
public sealed class MailRecipients(IdentityDb db, TimeProvider time)
{
    public const int MaxUnits = 500;

    /// <summary>Accounts that are enabled and have an address.</summary>
    public async Task<IReadOnlyList<MailRecipient>> OfAsync(string role, string[] unitPaths, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var granted = await db
            .Grants.On(today)
            .Where(grant => grant.Role == role && unitPaths.Contains(grant.UnitPath))
            .Select(grant => new { grant.Subject, grant.UnitPath })
            .ToListAsync(cancellationToken);
        var held = await db
            .HeldPosts.Where(post =>
                post.Role == role
                && unitPaths.Contains(post.UnitPath!)
                && post.ValidFrom <= today
                && (post.ValidTo == null || post.ValidTo > today)
            )
            .Where(post => db.Members.Any(member => member.Id == post.MemberId && !member.Departed))
            .Select(post => new { post.MemberId, UnitPath = post.UnitPath! })
            .ToListAsync(cancellationToken);
        var accounts = granted.Select(grant => Guid.TryParse(grant.Subject, out var id) ? id : Guid.Empty).Distinct().ToArray();
        var members = held.Select(post => post.MemberId).Distinct().ToArray();
        var people = await db
            .Accounts.AsNoTracking()
            .Where(account => accounts.Contains(account.Id) || (account.MemberId != null && members.Contains(account.MemberId.Value)))
            .Where(account => account.Email != null && account.DisabledAt == null)
            .Select(account => new
            {
                account.Id,
                account.MemberId,
                account.Name,
                account.Email,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. people.Select(person => new MailRecipient(
                person.Id,
                person.Name,
                person.Email!,
                [
                    .. granted
                        .Where(grant => grant.Subject == person.Id.ToString())
                        .Select(grant => grant.UnitPath)
                        .Concat(held.Where(post => post.MemberId == person.MemberId).Select(post => post.UnitPath))
                        .Distinct()
                        .Order(StringComparer.Ordinal),
                ]
            )),
        ];
    }
}

internal static class MailRecipientEndpoints
{
    public static RouteGroupBuilder MapMailRecipients(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/mail-recipients").WithTags("Mail").Allow(Roles.Service);
        // a question, and one whose answer must not be kept
        group.MapPost("", FindAsync).NaturallyIdempotent().Refuses(IdentityProblems.NotForThisService);
        return group;
    }

    private static async Task<Ok<IReadOnlyList<MailRecipient>>> FindAsync(
        FindMailRecipients find,
        MailRecipients recipients,
        Caller caller,
        IAudit audit,
        IdentityDb db,
        CancellationToken cancellationToken
    )
    {
        if (caller.Subject != Resources.Directive)
        {
            throw new Problem(IdentityProblems.NotForThisService);
        }

        Problem.OneOf(find.Role, "role", Roles.All);
        Problem.Unless(
            find.UnitPaths is { Count: >= 1 and <= MailRecipients.MaxUnits },
            "unitPaths",
            FieldCodes.Count,
            ("min", 1),
            ("max", MailRecipients.MaxUnits)
        );
        var found = await recipients.OfAsync(find.Role, [.. find.UnitPaths!.Distinct()], cancellationToken);
        audit.Record(
            "addresses-read",
            "Account",
            find.Role,
            new { Units = find.UnitPaths!.Count, Accounts = found.Select(recipient => recipient.AccountId) }
        );
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(found);
    }
}
