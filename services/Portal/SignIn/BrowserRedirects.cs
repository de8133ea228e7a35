using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace Campaign.Portal.SignIn;

/// <summary>Sends browsers to the public origin, whatever address Identity's own metadata was read from.</summary>
internal sealed class BrowserRedirects(PublicOrigin origin) : OpenIdConnectEvents
{
    public override Task RedirectToIdentityProvider(RedirectContext context)
    {
        if (!WantsPage(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.HandleResponse();
            return Task.CompletedTask;
        }

        // the cookies of the way there must be found on the way back
        if (!origin.Is(context.Request))
        {
            context.Response.Redirect(origin.At(context.Request.Path + context.Request.QueryString));
            context.HandleResponse();
            return Task.CompletedTask;
        }

        context.ProtocolMessage.IssuerAddress = Public(context.ProtocolMessage.IssuerAddress);
        context.ProtocolMessage.RedirectUri = origin.At(context.Options.CallbackPath);
        return Task.CompletedTask;
    }

    public override Task RedirectToIdentityProviderForSignOut(RedirectContext context)
    {
        context.ProtocolMessage.IssuerAddress = Public(context.ProtocolMessage.IssuerAddress);
        context.ProtocolMessage.PostLogoutRedirectUri = origin.At(context.Options.SignedOutCallbackPath);
        return Task.CompletedTask;
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        context.Response.Redirect("/sign-in-failed");
        context.HandleResponse();
        return Task.CompletedTask;
    }

    private string Public(string address) => origin.At(new Uri(address).PathAndQuery);

    private static bool WantsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && !request.Path.StartsWithSegments("/_blazor")
        && request.Headers.Accept.ToString() is var accept
        && (
            accept.Length == 0
            || accept.Contains("text/html", StringComparison.OrdinalIgnoreCase)
            || accept.Contains("*/*", StringComparison.Ordinal)
        );
}
