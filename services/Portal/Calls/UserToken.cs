using System.Data.Common;
using System.Net.Http.Headers;
using System.Security.Claims;
using Campaign.Portal.SignIn;
using Microsoft.AspNetCore.Components.Authorization;

namespace Campaign.Portal.Calls;

/// <summary>Sends the token of whoever looks at the page; none on public pages.</summary>
internal sealed class UserToken(AuthenticationStateProvider authentication, AccessTokens tokens, HttpMessageHandler inner)
    : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var state = await authentication.GetAuthenticationStateAsync();
        var token = await TokenAsync(state.User, cancellationToken);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await base.SendAsync(request, cancellationToken);
    }

    // the page says that this part does not answer, as it does for a service
    private async Task<string?> TokenAsync(ClaimsPrincipal user, CancellationToken ct)
    {
        try
        {
            return await tokens.OfAsync(user, ct);
        }
        catch (Exception exception) when (exception is DbException or { InnerException: DbException })
        {
            throw new HttpRequestException("The Portal's database does not answer.", exception);
        }
    }
}
