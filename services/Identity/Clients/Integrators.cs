using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Campaign.Api.Identity;
using Campaign.Api.Problems;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Identity.Accounts;
using Campaign.Identity.Posts;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;

namespace Campaign.Identity.Clients;

/// <summary>
/// Creates, renews, disables and enables integrators' clients. Secrets are made here, shown once and kept only as a hash.
/// </summary>
public sealed partial class Integrators(
    IdentityDb db,
    IOpenIddictApplicationManager applications,
    AccountScope scope,
    Granting granting,
    Caller caller,
    TimeProvider time
)
{
    /// <exception cref="Problem"><c>client-id-taken</c>, <c>outside-your-units</c>, <c>invalid-request</c>.</exception>
    public async Task<IntegratorSecret> CreateAsync(CreateIntegrator request, CancellationToken cancellationToken)
    {
        var integrator = new Integrator
        {
            ClientId = ClientId(request.ClientId),
            Name = Problem.Text(request.Name, "name", 200),
            UnitPath = AccountRules.UnitPath(request.UnitPath),
            CreatedAt = time.GetUtcNow(),
        };
        SubjectActions.CreateIntegrator.Demand(caller, integrator.UnitPath);
        await scope.DemandPostsOfAsync(integrator.ClientId, null, cancellationToken);
        // without a post a client may do nothing
        Problem.Unless(
            request.Posts is { Count: >= 1 and <= Granting.MaxPosts },
            "posts",
            FieldCodes.Count,
            ("min", 1),
            ("max", Granting.MaxPosts)
        );
        if (await applications.FindByClientIdAsync(integrator.ClientId, cancellationToken) is not null)
        {
            throw new Problem(IdentityProblems.ClientIdTaken);
        }

        var secret = NewSecret();
        db.Integrators.Add(integrator);
        foreach (var (index, post) in request.Posts!.Index())
        {
            granting.Grant(integrator.ClientId, post, $"posts[{index}].");
        }

        // saves all
        await applications.CreateAsync(ClientDescriptions.Service(integrator.ClientId, secret, integrator.Name), cancellationToken);
        return new(integrator.ClientId, secret);
    }

    /// <summary>The old secret ends at once.</summary>
    /// <exception cref="Problem"><c>not-found</c>, <c>outside-your-units</c>.</exception>
    public async Task<IntegratorSecret> RenewSecretAsync(string clientId, CancellationToken cancellationToken)
    {
        var integrator = await DemandAsync(clientId, SubjectActions.RenewSecret, cancellationToken);
        var secret = NewSecret();
        integrator.SecretRenewedAt = time.GetUtcNow();
        var application = await applications.FindByClientIdAsync(clientId, cancellationToken) ?? throw Problem.NotFound("integrator");
        await applications.UpdateAsync(application, ClientDescriptions.Service(clientId, secret, integrator.Name), cancellationToken);
        return new(clientId, secret);
    }

    /// <summary>A disabled client gets no token; those that are out live on for at most 15 minutes.</summary>
    /// <exception cref="Problem"><c>not-found</c>, <c>outside-your-units</c>.</exception>
    public async Task<Integrator> SetDisabledAsync(string clientId, bool disabled, CancellationToken cancellationToken)
    {
        var integrator = await DemandAsync(clientId, disabled ? SubjectActions.Disable : SubjectActions.Enable, cancellationToken);
        integrator.DisabledAt = disabled ? time.GetUtcNow() : null;
        await db.SaveChangesAsync(cancellationToken);
        return integrator;
    }

    /// <exception cref="Problem"><c>not-found</c>, <c>outside-your-units</c>, <c>invalid-request</c>.</exception>
    public async Task<Integrator> GrantAsync(string clientId, GrantPost post, CancellationToken cancellationToken)
    {
        var integrator = await DemandAsync(clientId, SubjectActions.Grant, cancellationToken);
        granting.Grant(clientId, post);
        await db.SaveChangesAsync(cancellationToken);
        return integrator;
    }

    /// <exception cref="Problem"><c>not-found</c>, <c>outside-your-units</c>.</exception>
    public async Task<Integrator> RevokeAsync(string clientId, Guid post, CancellationToken cancellationToken)
    {
        var integrator = await DemandAsync(clientId, SubjectActions.Revoke, cancellationToken);
        await granting.RevokeAsync(clientId, post, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return integrator;
    }

    private async Task<Integrator> DemandAsync(string clientId, ActionRule<Subject> rule, CancellationToken cancellationToken)
    {
        var integrator = await db.Integrators.FirstOrDefaultAsync(integrator => integrator.ClientId == clientId, cancellationToken)
            ?? throw Problem.NotFound("integrator");
        rule.Demand(caller, await scope.SubjectAsync(integrator, cancellationToken));
        return integrator;
    }

    private static string ClientId(string? value)
    {
        var clientId = Problem.Text(value, "clientId", 60, 3);
        Problem.Unless(ClientIdPattern().IsMatch(clientId), "clientId", IdentityProblems.ClientId);
        // posts are kept by account id or client id: one that looks like the other would have its posts
        Problem.Unless(!Guid.TryParse(clientId, out _), "clientId", IdentityProblems.ClientIdLikeAnAccount);
        Problem.Unless(!ConfiguredClients.Names.Contains(clientId), "clientId", IdentityProblems.ClientIdOfTheSystem);
        return clientId;
    }

    private static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    [GeneratedRegex("^[a-z0-9-]+$")]
    private static partial Regex ClientIdPattern();
}
