using System.Security.Claims;
using System.Security.Cryptography;
using Campaign.Hosting.Access;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Campaign.Testing;

/// <summary>Access tokens shaped and signed as Identity's are, by a key that only this test run knows.</summary>
public static class TestTokens
{
    public const string Issuer = "http://127.0.0.1/";

    private static readonly RsaSecurityKey s_key = new(RSA.Create(2048)) { KeyId = "test" };

    /// <param name="posts">Each <c>role@path</c>, e.g. <c>secretary@hn/thanh-xuan/ha-dinh</c>.</param>
    /// <param name="member">The member behind the account, where there is one.</param>
    /// <param name="account">Fresh when null.</param>
    public static string For(IEnumerable<string> posts, Guid? member = null, Guid? account = null)
    {
        List<Claim> claims =
        [
            new("sub", (account ?? Guid.CreateVersion7()).ToString()),
            new("name", "Test"),
            .. posts.Select(post => new Claim("posts", post)),
        ];
        if (member is not null)
        {
            claims.Add(new Claim("member", member.Value.ToString()));
        }

        return new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Issuer,
                Audience = AccessExtensions.Audience,
                Subject = new ClaimsIdentity(claims),
                Expires = DateTime.UtcNow.AddHours(1),
                SigningCredentials = new SigningCredentials(s_key, SecurityAlgorithms.RsaSha256),
            }
        );
    }

    /// <summary>Makes a service accept these tokens and no others.</summary>
    public static void Trust(JwtBearerOptions options)
    {
        var configuration = new OpenIdConnectConfiguration { Issuer = Issuer };
        configuration.SigningKeys.Add(s_key);
        options.ConfigurationManager = new StaticConfigurationManager<OpenIdConnectConfiguration>(configuration);
        options.TokenValidationParameters.ValidIssuer = Issuer;
    }
}
