using System.Net;
using System.Security.Cryptography;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Testing;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Campaign.Hosting.Tests.Access;

/// <summary>A service that starts while Identity is away has no keys yet.</summary>
public class IdentityAwayTests
{
    [Fact]
    public async Task A_token_that_cannot_be_checked_is_no_reason_to_sign_in_again() =>
        (await AskAsync(TestTokens.For(["officer@hn"]), bearer => { })).ShouldBe((HttpStatusCode)503);

    [Fact]
    public async Task A_token_of_another_key_is_refused_when_the_keys_are_known() =>
        (await AskAsync(OfAnotherKey(), TestTokens.Trust)).ShouldBe(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task A_token_checked_just_before_Identity_came_back_is_no_reason_to_sign_in_again() =>
        (await AskAsync(TestTokens.For(["officer@hn"]), bearer =>
            {
                TestTokens.Trust(bearer);
                bearer.ConfigurationManager = new BackByNow(bearer.ConfigurationManager!);
            })).ShouldBe((HttpStatusCode)503);

    private static string OfAnotherKey()
    {
        using var key = RSA.Create(2048);
        return new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = TestTokens.Issuer,
                Audience = AccessExtensions.Audience,
                Expires = DateTime.UtcNow.AddHours(1),
                SigningCredentials = new(new RsaSecurityKey(key.ExportParameters(true)) { KeyId = "other" }, SecurityAlgorithms.RsaSha256),
            }
        );
    }

    private static async Task<HttpStatusCode> AskAsync(string token, Action<JwtBearerOptions> configure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["services:identity:http:0"] = "http://127.0.0.1:9"; // discard: nobody listens
        builder.Configuration["Identity:PublicOrigin"] = TestTokens.Issuer;
        builder.AddAccess();
        builder.Services.Configure(JwtBearerDefaults.AuthenticationScheme, configure);
        await using var app = builder.Build();
        app.Use(AnswerProblemsAsync);
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/", () => "").AllowSignedIn();
        await app.StartAsync(TestContext.Current.CancellationToken);

        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        using var answer = await client.GetAsync("/", TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static async Task AnswerProblemsAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Problem problem)
        {
            context.Response.StatusCode = problem.Status;
        }
    }

    /// <summary>Away when the token is checked, there when its keys are asked for again.</summary>
    private sealed class BackByNow(IConfigurationManager<OpenIdConnectConfiguration> known)
        : BaseConfigurationManager,
            IConfigurationManager<OpenIdConnectConfiguration>
    {
        public override Task<BaseConfiguration> GetBaseConfigurationAsync(CancellationToken cancel) =>
            throw new InvalidOperationException("Identity is away.");

        public Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel) => known.GetConfigurationAsync(cancel);

        public override void RequestRefresh()
        {
            // it is there already
        }
    }
}
