using Campaign.Api;
using Campaign.Api.Identity;
using Campaign.Api.Problems;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Campaign.Identity.Posts;
using Campaign.ServiceDefaults.Idempotency;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Identity.Clients;

/// <summary><c>/integrators</c>: clients of other city systems, each with its own posts.</summary>
internal static class IntegratorEndpoints
{
    public static RouteGroupBuilder MapIntegrators(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/integrators").WithTags("Integrators").Allow(Roles.Operator);
        group.MapGet("", ListAsync);
        group.MapGet("/{clientId}", ReadAsync);
        // answers with a secret must not be stored for repeats
        group.MapPost("", CreateAsync).NaturallyIdempotent().Refuses(SharedProblems.AlreadyExists, IdentityProblems.ClientIdTaken);
        group.MapPost("/{clientId}/secret", RenewSecretAsync).NaturallyIdempotent();
        IntegratorActions.Map(group);
        return group;
    }

    private static async Task<Ok<Page<IntegratorView>>> ListAsync(
        IdentityDb db,
        Caller caller,
        CurrentPosts posts,
        IntegratorViews views,
        string? cursor,
        int? limit,
        CancellationToken cancellationToken
    )
    {
        var take = Cursor.Limit(limit);
        var rows = db.Integrators.AsNoTracking().Within(caller, null, integrator => integrator.UnitPath);
        if (Cursor.After<string>(cursor, out var after))
        {
            rows = rows.Where(integrator => integrator.ClientId.CompareTo(after) > 0);
        }

        var page = await rows.OrderBy(integrator => integrator.ClientId).Take(take + 1).ToListAsync(cancellationToken);
        var grants = (await posts.GrantsAsync([.. page.Select(integrator => integrator.ClientId)], cancellationToken)).ToLookup(grant =>
            grant.Subject
        );
        return TypedResults.Ok(
            Cursor.Page(
                page,
                take,
                integrator => views.View(integrator, [.. grants[integrator.ClientId]]),
                integrator => [integrator.ClientId]
            )
        );
    }

    private static async Task<Ok<IntegratorView>> ReadAsync(
        string clientId,
        IdentityDb db,
        Caller caller,
        IntegratorViews views,
        CancellationToken cancellationToken
    )
    {
        var integrator = await db
            .Integrators.AsNoTracking()
            .FirstOrDefaultAsync(integrator => integrator.ClientId == clientId, cancellationToken)
            ?? throw Problem.NotFound("integrator");
        caller.Demand(integrator.UnitPath);
        return TypedResults.Ok(await views.ShowAsync(integrator, cancellationToken));
    }

    private static async Task<Created<IntegratorSecret>> CreateAsync(
        CreateIntegrator request,
        Integrators integrators,
        CancellationToken cancellationToken
    )
    {
        var created = await integrators.CreateAsync(request, cancellationToken);
        return TypedResults.Created($"integrators/{created.ClientId}", created);
    }

    private static async Task<Ok<IntegratorSecret>> RenewSecretAsync(
        string clientId,
        Integrators integrators,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await integrators.RenewSecretAsync(clientId, cancellationToken));
}
