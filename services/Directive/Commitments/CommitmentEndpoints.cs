using Campaign.Api;
using Campaign.Api.Directive;
using Campaign.Api.Problems;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Campaign.Time;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Commitments;

/// <summary>Promise, enter what was done, confirm, withdraw; and look at words beside deeds.</summary>
public static class CommitmentEndpoints
{
    private static readonly string[] s_holders = ["unit", "head"];

    public static RouteGroupBuilder MapCommitments(this IEndpointRouteBuilder app)
    {
        var commitments = app.MapGroup("/commitments").WithTags("Commitments");
        commitments.MapGet("/", ListAsync).Allow(DirectiveAccess.Read);
        commitments.MapPost("/", MakeAsync).Allow(CommitmentActions.Promise).Refuses(SharedProblems.NotFound);
        commitments.MapGet("/{id:guid}", GetAsync).Allow(DirectiveAccess.Read);
        commitments
            .MapPut("/{id:guid}", CorrectAsync)
            .Allow(CommitmentActions.Correct)
            .Refuses(DirectiveProblems.CommitmentSettled, DirectiveProblems.DeedBegun);
        commitments.MapGet("/{id:guid}/deeds/{deed:guid}/progress", ProgressAsync).Allow(DirectiveAccess.Read);
        commitments
            .MapPost("/{id:guid}/deeds/{deed:guid}/progress", EnterAsync)
            .Allow(CommitmentActions.EnterProgress)
            .Refuses(DirectiveProblems.DeedSettled, DirectiveProblems.DeedFull);
        commitments
            .MapPut("/{id:guid}/deeds/{deed:guid}/progress/{entry:guid}", CorrectEntryAsync)
            .Allow(CommitmentActions.CorrectProgress)
            .Refuses(DirectiveProblems.DeedSettled);
        commitments
            .MapPost("/{id:guid}/deeds/{deed:guid}/confirm", ConfirmAsync)
            .Allow(CommitmentActions.Confirm)
            .Refuses(DirectiveProblems.OwnWork, DirectiveProblems.DeedSettled, DirectiveProblems.TargetNotReached);
        commitments
            .MapPost("/{id:guid}/deeds/{deed:guid}/withdraw", WithdrawAsync)
            .Allow(CommitmentActions.Withdraw)
            .Refuses(DirectiveProblems.DeedSettled);
        return commitments;
    }

    /// <param name="holder"><c>unit</c> or <c>head</c>.</param>
    /// <param name="state">A state, <c>overdue</c>, or <c>to-confirm</c> (a target is reached and nobody above has confirmed it).</param>
    private static async Task<Ok<Page<CommitmentView>>> ListAsync(
        Guid? campaign,
        Guid? unit,
        string? under,
        string? holder,
        string? state,
        string? cursor,
        int? limit,
        Caller caller,
        DirectiveDb db,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var today = time.Today();
        var rows = db.Commitments.Within(caller, under, commitment => commitment.UnitPath);
        rows = campaign is null ? rows : rows.Where(c => c.CampaignId == campaign);
        rows = unit is null ? rows : rows.Where(c => c.UnitId == unit);
        if (holder is not null)
        {
            var byHead = Problem.OneOf(holder, "holder", s_holders) == "head";
            rows = rows.Where(c => c.HeadId != null == byHead);
        }

        rows = state switch
        {
            null => rows,
            "overdue" => rows.Where(c => c.NextDueOn < today),
            "to-confirm" => rows.Where(c => c.ToConfirm > 0),
            _ => InState(rows, Problem.OneOf(state, "state", [.. CommitmentStates.All, "overdue", "to-confirm"])),
        };
        return TypedResults.Ok(await db.PageAsync(rows, cursor, limit, caller, today, ct));
    }

    private static IQueryable<Commitment> InState(IQueryable<Commitment> rows, string state) => rows.Where(c => c.State == state);

    private static async Task<Created<CommitmentView>> MakeAsync(
        MakeCommitment make,
        PromiseRules rules,
        Caller caller,
        DirectiveDb db,
        TimeProvider time,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var commitment = await rules.ApplyAsync(make, ct);
        db.Commitments.Add(commitment);
        await db.SaveChangesAsync(ct);
        Etags.Set(response, commitment.Version);
        return TypedResults.Created($"commitments/{commitment.Id}", await db.ViewAsync(commitment, caller, time.Today(), ct));
    }

    private static async Task<Ok<CommitmentView>> GetAsync(
        Guid id,
        Caller caller,
        DirectiveDb db,
        TimeProvider time,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var commitment = await FindAsync(id, caller, db, ct);
        Etags.Set(response, commitment.Version);
        return TypedResults.Ok(await db.ViewAsync(commitment, caller, time.Today(), ct));
    }

    private static Task<Ok<CommitmentView>> CorrectAsync(
        Guid id,
        CorrectCommitment correct,
        Caller caller,
        CommitmentRequest change,
        TimeProvider time,
        HttpRequest request,
        CancellationToken ct
    )
    {
        var (title, deeds) = (PromiseRules.Title(correct.Title), PromiseRules.Check(correct.Deeds));
        return change.ChangeAsync(
            id,
            commitment => Demand(caller, CommitmentActions.Correct, commitment, request),
            commitment =>
            {
                commitment.Correct(title, deeds, time.Today());
                return [];
            },
            ct
        );
    }

    private static async Task<Ok<Page<DeedProgressView>>> ProgressAsync(
        Guid id,
        Guid deed,
        string? cursor,
        int? limit,
        Caller caller,
        DirectiveDb db,
        CancellationToken ct
    )
    {
        var commitment = await FindAsync(id, caller, db, ct);
        if (commitment.Deeds.All(known => known.Id != deed))
        {
            throw Problem.NotFound("deed of this commitment");
        }

        var size = Cursor.Limit(limit);
        var rows = db.Progress.AsNoTracking().Where(entry => entry.DeedId == deed);
        if (Cursor.After<DateOnly, Guid>(cursor, out var on, out var last))
        {
            rows = rows.Where(entry => EF.Functions.GreaterThan(ValueTuple.Create(entry.On, entry.Id), ValueTuple.Create(on, last)));
        }

        var page = await rows.OrderBy(entry => entry.On).ThenBy(entry => entry.Id).Take(size + 1).ToListAsync(ct);
        return TypedResults.Ok(Cursor.Page(page, size, entry => entry.View(), entry => [entry.On, entry.Id]));
    }

    private static Task<Ok<CommitmentView>> EnterAsync(
        Guid id,
        Guid deed,
        DeedProgress progress,
        Caller caller,
        CommitmentRequest change,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var (on, done) = (time.DayOf(progress.On), PromiseRules.Check(progress));
        return change.ChangeAsync(
            id,
            commitment => Demand(caller, CommitmentActions.EnterProgress, commitment, deed),
            commitment =>
            {
                commitment.Enter(
                    new ProgressEntry
                    {
                        DeedId = deed,
                        On = on,
                        Amount = done.Amount,
                        Evidence = done.Evidence,
                        Link = done.Link,
                        At = time.GetUtcNow(),
                        By = Name(caller),
                    }
                );
                return [];
            },
            ct
        );
    }

    private static Task<Ok<CommitmentView>> CorrectEntryAsync(
        Guid id,
        Guid deed,
        Guid entry,
        DeedProgress progress,
        Caller caller,
        CommitmentRequest change,
        TimeProvider time,
        HttpRequest request,
        CancellationToken ct
    )
    {
        var (on, done) = (time.DayOf(progress.On), PromiseRules.Check(progress));
        return change.ChangeAsync(
            id,
            commitment =>
            {
                Demand(caller, CommitmentActions.CorrectProgress, commitment, deed);
                Etags.Demand(request, commitment.Version);
            },
            commitment =>
            {
                commitment.CorrectEntry(deed, entry, known =>
                    (known.On, known.Amount, known.Evidence, known.Link, known.At, known.By) = (
                        on,
                        done.Amount,
                        done.Evidence,
                        done.Link,
                        time.GetUtcNow(),
                        Name(caller)
                    )
                );
                return [];
            },
            ct
        );
    }

    private static Task<Ok<CommitmentView>> ConfirmAsync(
        Guid id,
        Guid deed,
        Caller caller,
        CommitmentRequest change,
        TimeProvider time,
        CancellationToken ct
    ) =>
        change.ChangeAsync(
            id,
            commitment => Demand(caller, CommitmentActions.Confirm, commitment, deed),
            commitment => commitment.Confirm(deed, time.Today(), Name(caller)),
            ct
        );

    private static Task<Ok<CommitmentView>> WithdrawAsync(
        Guid id,
        Guid deed,
        WithdrawDeed withdraw,
        Caller caller,
        CommitmentRequest change,
        CancellationToken ct
    )
    {
        var reason = Problem.Text(withdraw.Reason, "reason", 1000);
        return change.ChangeAsync(
            id,
            commitment => Demand(caller, CommitmentActions.Withdraw, commitment, deed),
            commitment => commitment.Withdraw(deed, reason),
            ct
        );
    }

    /// <summary>A correction names the version that it was made on.</summary>
    private static void Demand(Caller caller, ActionRule<Commitment> rule, Commitment commitment, HttpRequest correction)
    {
        rule.Demand(caller, commitment);
        Etags.Demand(correction, commitment.Version);
    }

    // a deed that is not there is found missing by the rule itself, after everybody else was turned away
    private static void Demand(Caller caller, ActionRule<PromisedDeed> rule, Commitment commitment, Guid deed)
    {
        if (commitment.Deeds.FirstOrDefault(known => known.Id == deed) is { } promised)
        {
            caller.Demand(rule, new PromisedDeed(commitment, promised), commitment.UnitPath);
        }
        else
        {
            caller.Demand(commitment.UnitPath);
        }
    }

    private static async Task<Commitment> FindAsync(Guid id, Caller caller, DirectiveDb db, CancellationToken ct)
    {
        var commitment = await db.Commitments.AsNoTracking().Include(row => row.Deeds).SingleOrDefaultAsync(row => row.Id == id, ct)
            ?? throw Problem.NotFound("commitment");
        caller.Demand(commitment.UnitPath);
        return commitment;
    }

    private static string Name(Caller caller) => caller.Name[..Math.Min(caller.Name.Length, 200)];
}
