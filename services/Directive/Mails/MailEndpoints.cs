using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.ServiceCalls;
using Campaign.Time;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Campaign.Directives.Mails;

/// <summary>What operators see of the mails: how many, and why some did not go out. Neither addresses nor names.</summary>
public static class MailEndpoints
{
    private const int Days = 7;

    public static RouteGroupBuilder MapMails(this IEndpointRouteBuilder app)
    {
        var mails = app.MapGroup("/operations/mail").WithTags("Mail").AllowForTheWhole();
        mails.MapGet("/", StatusAsync);
        return mails;
    }

    private static async Task<Ok<MailStatus>> StatusAsync(
        DirectiveDb db,
        IOptions<MailSettings> settings,
        MailState state,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var since = time.Today().AddDays(1 - Days);
        var counts = await db
            .Mails.Where(mail => mail.Day >= since)
            .GroupBy(mail => mail.State)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        var failed = await db
            .Mails.AsNoTracking()
            .Where(mail =>
                mail.Day >= since && mail.Error != null && (mail.State == MailStates.GivenUp || mail.State == MailStates.Waiting)
            )
            .OrderByDescending(mail => mail.Day)
            .ThenBy(mail => mail.Id)
            .Take(20)
            .Select(mail => new FailedMail(mail.AccountId, mail.Day, mail.State, mail.Attempts, MailReason.Read(mail.Error!)))
            .ToListAsync(ct);
        return TypedResults.Ok(
            new MailStatus(
                !settings.Value.IsOn ? "off"
                    : state.Problem is null ? "on"
                    : "away",
                state.Problem,
                counts.GetValueOrDefault(MailStates.Waiting) + counts.GetValueOrDefault(MailStates.Gathered),
                counts.GetValueOrDefault(MailStates.Sent),
                counts.GetValueOrDefault(MailStates.GivenUp),
                failed
            )
        );
    }
}

internal static class MailSetup
{
    public static IServiceCollection AddMails(this IServiceCollection services)
    {
        services.AddOptions<MailSettings>().BindConfiguration("Mail").ValidateDataAnnotations().ValidateOnStart();
        services.AddServiceClient(Recipients.Client, Resources.Identity);
        services.AddHealthChecks().AddCheck<MailHealth>("mail", tags: ["ready"]);
        return services
            .AddSingleton<MailState>()
            .AddSingleton<Recipients>()
            .AddScoped<MailRound>()
            .AddScoped<MailSender>()
            .AddHostedService<MailRunner>();
    }
}
