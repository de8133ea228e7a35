using System.Net.Http.Headers;
using Campaign.Portal.SignIn;
using Microsoft.AspNetCore.Components.Authorization;

namespace Campaign.Portal.Calls;

/// <summary>Sends the token of whoever looks at the page; none on public pages.</summary>
internal sealed class UserToken(AuthenticationStateProvider authentication, AccessTokens tokens, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var state = await authentication.GetAuthenticationStateAsync();
        var token = await tokens.OfAsync(state.User, cancellationToken);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await base.SendAsync(request, cancellationToken);
    }
}
