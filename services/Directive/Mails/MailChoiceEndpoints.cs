using Campaign.Api.Directive;
using Campaign.Api.Problems;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Mails;

/// <summary>Whether the caller, who holds the post that is reminded, wants the reminders by mail as well.</summary>
public static class MailChoiceEndpoints
{
    public static RouteGroupBuilder MapMailChoice(this IEndpointRouteBuilder app)
    {
        var choice = app.MapGroup("/inbox/mail").WithTags("Inbox").Allow(Roles.Secretary);
        choice.MapGet("/", ReadAsync);
        choice.MapPost("/", ChooseAsync).Refuses(SharedProblems.NotFound);
        return choice;
    }

    private static async Task<Ok<ReminderMails>> ReadAsync(Caller caller, DirectiveDb db, CancellationToken ct) =>
        TypedResults.Ok(new ReminderMails(!await db.MailOptOuts.AnyAsync(choice => choice.AccountId == caller.AccountId, ct)));

    private static async Task<Ok<ReminderMails>> ChooseAsync(
        ReminderMails wanted,
        Caller caller,
        DirectiveDb db,
        TimeProvider time,
        CancellationToken ct
    )
    {
        // an integrator with the post is reminded of nothing: it has no account
        var account = caller.AccountId ?? throw Problem.NotFound("account");
        var none = await db.MailOptOuts.FindAsync([account], ct);
        if (wanted.ByMail && none is not null)
        {
            db.MailOptOuts.Remove(none);
        }
        else if (!wanted.ByMail && none is null)
        {
            db.MailOptOuts.Add(new MailOptOut { AccountId = account, Since = time.GetUtcNow() });
        }

        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(wanted);
    }
}
