using Campaign.Api;
using Campaign.Api.Identity;
using Campaign.Api.Problems;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Campaign.ServiceDefaults.Idempotency;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Identity.Accounts;

/// <summary><c>/accounts</c>: operators look after the accounts of their units.</summary>
internal static class AccountEndpoints
{
    public static RouteGroupBuilder MapAccounts(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Accounts").Allow(Roles.Operator);
        group.MapGet("/accounts", ListAsync);
        group.MapGet("/accounts/{id:guid}", ReadAsync);
        // a request with a password leaves nothing behind that it could be guessed from, not even a hash; the user name is the key
        group
            .MapPost("/accounts", CreateAsync)
            .NaturallyIdempotent()
            .Refuses(
                SharedProblems.NotFound,
                SharedProblems.AlreadyExists,
                IdentityProblems.UserNameTaken,
                IdentityProblems.MemberHasAccount
            );
        group
            .MapPost("/accounts:batch", CreateManyAsync)
            .NaturallyIdempotent()
            .Refuses(
                SharedProblems.NotFound,
                SharedProblems.AlreadyExists,
                IdentityProblems.UserNameTaken,
                IdentityProblems.MemberHasAccount
            );
        group.MapPut("/accounts/{id:guid}", UpdateAsync).Refuses(SharedProblems.AlreadyExists, IdentityProblems.MemberHasAccount);
        AccountActions.Map(group);
        return group;
    }

    /// <summary>Accounts by user name; <c>search</c> is the beginning of one, <c>member</c> the member whose account it is.</summary>
    private static async Task<Ok<Page<AccountSummary>>> ListAsync(
        IdentityDb db,
        Caller caller,
        string? under,
        string? search,
        Guid? member,
        string? cursor,
        int? limit,
        CancellationToken cancellationToken
    )
    {
        var take = Cursor.Limit(limit);
        var rows = db.Accounts.AsNoTracking().Within(caller, under, account => account.UnitPath);
        if (Cursor.After<string>(cursor, out var after))
        {
            rows = rows.Where(account => account.NormalizedUserName!.CompareTo(after) > 0);
        }

        if (member is not null)
        {
            rows = rows.Where(account => account.MemberId == member);
        }

        if (!string.IsNullOrWhiteSpace(search))
        {
            var beginning = search.Trim().ToUpperInvariant();
            rows = rows.Where(account => account.NormalizedUserName!.StartsWith(beginning));
        }

        var page = await rows.OrderBy(account => account.NormalizedUserName).Take(take + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(
            Cursor.Page(
                page,
                take,
                a => new AccountSummary(a.Id, a.UserName!, a.Name, a.UnitPath, a.MemberId, a.DisabledAt is not null),
                a => [a.NormalizedUserName!]
            )
        );
    }

    private static async Task<Ok<AccountView>> ReadAsync(
        Guid id,
        HttpResponse response,
        IdentityDb db,
        Caller caller,
        AccountViews views,
        CancellationToken cancellationToken
    )
    {
        var account = await db.Accounts.AsNoTracking().FirstOrDefaultAsync(account => account.Id == id, cancellationToken)
            ?? throw Problem.NotFound("account");
        caller.Demand(account.UnitPath);
        return TypedResults.Ok(await views.ShowAsync(account, response, cancellationToken));
    }

    private static async Task<Created<AccountView>> CreateAsync(
        CreateAccount request,
        HttpResponse response,
        AccountCreation creation,
        AccountViews views,
        CancellationToken cancellationToken
    )
    {
        var account = await creation.CreateAsync(request, cancellationToken);
        return TypedResults.Created($"accounts/{account.Id}", await views.ShowAsync(account, response, cancellationToken));
    }

    private static async Task<Ok<IReadOnlyList<CreatedAccount>>> CreateManyAsync(
        CreateAccounts request,
        AccountCreation creation,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(await creation.CreateMissingAsync(request, cancellationToken));

    private static async Task<Ok<AccountView>> UpdateAsync(
        Guid id,
        UpdateAccount change,
        HttpContext http,
        AccountUpdate update,
        AccountViews views,
        CancellationToken cancellationToken
    ) =>
        TypedResults.Ok(
            await views.ShowAsync(await update.ApplyAsync(id, change, http.Request, cancellationToken), http.Response, cancellationToken)
        );
}
