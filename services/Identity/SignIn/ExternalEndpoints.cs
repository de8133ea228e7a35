using System.Security.Claims;
using Campaign.Identity.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Campaign.Identity.SignIn;

/// <summary>The way to the outside provider and back, to sign in or to link one's account with it.</summary>
internal static class ExternalEndpoints
{
    private const string LinkTo = "campaign.link-to";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapPost("/external", Start);
        pages.MapPost("/external/link", StartLinkAsync);
        pages.MapGet("/external/done", CompleteAsync);
    }

    private static Results<ChallengeHttpResult, NotFound> Start([FromForm] ExternalForm form, IOptions<IdentitySettings> settings) =>
        Challenge(settings.Value, SignInEndpoints.Local(form.ReturnUrl) ?? "/", null);

    private static async Task<IResult> StartLinkAsync(
        [FromForm] ExternalForm form,
        HttpContext http,
        SignInManager<Account> signIn,
        IOptions<IdentitySettings> settings
    )
    {
        _ = form;
        return await OwnAccount.CurrentAsync(http, signIn) is { } account
            ? Challenge(settings.Value, OwnAccount.Path, account)
            : OwnAccount.ToSignIn();
    }

    private static Results<ChallengeHttpResult, NotFound> Challenge(IdentitySettings settings, string returnUrl, Account? linkTo)
    {
        if (!settings.External.IsConfigured)
        {
            return TypedResults.NotFound();
        }

        var properties = new AuthenticationProperties
        {
            RedirectUri = "/account/external/done" + QueryString.Create("returnUrl", returnUrl),
        };
        properties.SetString(LinkTo, linkTo?.Id.ToString());
        return TypedResults.Challenge(properties, [ExternalSignIn.Scheme]);
    }

    private static async Task<IResult> CompleteAsync(
        HttpContext http,
        string? returnUrl,
        ExternalSignIn external,
        SignInManager<Account> signIn,
        IStringLocalizer<SignInText> text
    )
    {
        var local = SignInEndpoints.Local(returnUrl) ?? "/";
        var proof = await http.AuthenticateAsync(IdentityConstants.ExternalScheme);
        if (proof is not { Succeeded: true, Principal: { } person } || person.FindFirstValue("sub") is null)
        {
            return SignInEndpoints.Page(local, null, text["NotLinked"], StatusCodes.Status401Unauthorized);
        }

        await http.SignOutAsync(IdentityConstants.ExternalScheme);
        var linkTo =
            proof.Properties.GetString(LinkTo) is { } id
            && await OwnAccount.CurrentAsync(http, signIn) is { } current
            && current.Id.ToString() == id
                ? current
                : null;
        return await external.CompleteAsync(person, linkTo) switch
        {
            ExternalOutcome.SignedIn => Results.LocalRedirect(local),
            ExternalOutcome.Linked => Results.LocalRedirect(OwnAccount.Path),
            ExternalOutcome.Taken => SignInEndpoints.Page(local, null, text["LinkTaken"], StatusCodes.Status409Conflict),
            _ => SignInEndpoints.Page(local, null, text["NotLinked"], StatusCodes.Status401Unauthorized),
        };
    }
}

/// <summary>Where to go when the outside provider has sent the person back.</summary>
public sealed class ExternalForm
{
    public string? ReturnUrl { get; set; }
}
