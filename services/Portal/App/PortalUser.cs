using System.Security.Claims;

namespace Campaign.Portal.App;

/// <summary>Who is signed in. What they may see and do is said by the services.</summary>
public static class PortalUser
{
    public static Guid? MemberId(this ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue("member"), out var id) ? id : null;
}
