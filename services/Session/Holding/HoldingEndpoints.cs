using Campaign.Api.Problems;
using Campaign.Api.Session;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.ServiceDefaults.Audit;
using Campaign.Sessions.Acting;
using Campaign.Sessions.Preparing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Holding;

/// <summary>The agenda's clock, who spoke and proposed, votes by show of hands, the resolution.</summary>
public static class HoldingEndpoints
{
    private static readonly string[] s_clock = ["start", "finish", "minutes"];
    private static readonly string[] s_contributions = [Contribution.Speech, Contribution.Proposal];

    public static RouteGroupBuilder MapHolding(this IEndpointRouteBuilder routes)
    {
        var session = routes.MapGroup("/sessions/{id:guid}").WithTags("Holding");
        session.MapGet("/proceedings", GetAsync).Allow(SessionAccess.Read);
        session.MapPost("/agenda-clock", ClockAsync).Allow(SessionActions.WriteProceedings).Refuses(SessionActions.Over);
        session
            .MapPost("/contributions", ContributeAsync)
            .Allow(SessionActions.WriteProceedings)
            .Refuses([.. SessionActions.Over, SessionProblems.NotPresent, SessionProblems.TooManyContributions]);
        session
            .MapPost("/contributions/{contribution:guid}/withdraw", WithdrawAsync)
            .Allow(SessionActions.WriteProceedings)
            .Refuses(SessionActions.Over);
        session
            .MapPost("/votes", VoteAsync)
            .Allow(SessionActions.WriteProceedings)
            .Refuses([.. SessionActions.Over, SessionProblems.MoreVotesThanPresent, SessionProblems.TooManyVotes]);
        session
            .MapPost("/votes/{vote:guid}/recounts", RecountAsync)
            .Allow(SessionActions.WriteProceedings)
            .Refuses([.. SessionActions.Over, SessionProblems.MoreVotesThanPresent, SessionProblems.TooManyVotes]);
        session.MapPut("/resolution", ResolveAsync).Allow(SessionActions.WriteProceedings).Refuses(SessionActions.Over);
        return session;
    }

    private static async Task<Ok<ProceedingsView>> GetAsync(
        Guid id,
        Caller caller,
        SessionDb database,
        HoldingRequest request,
        CancellationToken ct
    ) => await request.AnswerAsync(await database.ReadableAsync(id, caller, ct), ct);

    private static Task<Ok<ProceedingsView>> ClockAsync(
        Guid id,
        ClockAgenda clock,
        HoldingRequest request,
        SessionDb database,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var action = Problem.OneOf(clock.Action, "action", s_clock);
        Problem.Unless(action == "minutes" || clock.Minutes is null, "minutes", SessionProblems.MinutesNotAsked);
        Problem.Unless(action != "minutes" || clock.Minutes is not null, "minutes", FieldCodes.Required);
        return request.ChangeAsync(
            id,
            async session =>
            {
                await request.DemandOnAgendaAsync(session, clock.ItemId, ct);
                var items = await database.AgendaItems.Where(item => item.SessionId == id).ToListAsync(ct);
                var wanted = items.Single(item => item.Id == clock.ItemId);
                switch (action)
                {
                    case "start":
                        items.FindAll(item => item != wanted).ForEach(item => item.Finish(time.GetUtcNow()));
                        wanted.Start(time.GetUtcNow());
                        break;
                    case "finish":
                        wanted.Finish(time.GetUtcNow());
                        break;
                    default:
                        wanted.Took(clock.Minutes!.Value);
                        break;
                }
            },
            ct
        );
    }

    private static Task<Ok<ProceedingsView>> ContributeAsync(
        Guid id,
        Contribute contribute,
        HoldingRequest request,
        NamedPeople people,
        Caller caller,
        SessionDb database,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var kind = Problem.OneOf(contribute.Kind, "kind", s_contributions);
        var name = Problem.Text(contribute.Name, "name", NamedPeople.MaxName, min: 0);
        Problem.Unless(contribute.MemberId is null != (name.Length == 0), "memberId", SessionProblems.OneOfTwo, ("other", "name"));
        var note = Problem.Text(contribute.Note, "note", Contribution.MaxNote, min: kind == Contribution.Proposal ? 1 : 0);
        return request.ChangeAsync(
            id,
            async session =>
            {
                await request.DemandOnAgendaAsync(session, contribute.ItemId, ct);
                if (await database.Contributions.CountAsync(row => row.SessionId == id, ct) >= Contribution.Most)
                {
                    throw new Problem(SessionProblems.TooManyContributions, ("max", Contribution.Most));
                }

                database.Contributions.Add(
                    new Contribution
                    {
                        SessionId = id,
                        Kind = kind,
                        MemberId = contribute.MemberId,
                        Name = contribute.MemberId is { } member ? await people.PresentAsync(session, member, ct) : name,
                        ItemId = contribute.ItemId,
                        Note = note,
                        At = time.GetUtcNow(),
                        By = caller.Subject!,
                        ByName = caller.Name,
                    }
                );
            },
            ct
        );
    }

    private static Task<Ok<ProceedingsView>> WithdrawAsync(
        Guid id,
        Guid contribution,
        HoldingRequest request,
        SessionDb database,
        IAudit audit,
        CancellationToken ct
    ) =>
        request.ChangeAsync(
            id,
            async _ =>
            {
                // a repeat changes nothing
                if (await database.Contributions.SingleOrDefaultAsync(row => row.Id == contribution && row.SessionId == id, ct) is { } row)
                {
                    database.Contributions.Remove(row);
                    audit.Record(
                        "withdraw",
                        nameof(Contribution),
                        $"{id}/{contribution}",
                        new
                        {
                            row.Kind,
                            row.ByName,
                            row.At,
                        }
                    );
                }
            },
            ct
        );

    private static Task<Ok<ProceedingsView>> VoteAsync(
        Guid id,
        RecordVote vote,
        HoldingRequest request,
        VoteBook book,
        CancellationToken ct
    )
    {
        var question = Problem.Text(vote.Question, "question", HandVote.MaxQuestion);
        return request.ChangeAsync(
            id,
            async session =>
            {
                await request.DemandOnAgendaAsync(session, vote.ItemId, ct);
                await book.CountAsync(
                    session,
                    Guid.CreateVersion7(),
                    1,
                    question,
                    vote.ItemId,
                    new RecountVote(vote.For, vote.Against, vote.Abstain),
                    ct
                );
            },
            ct
        );
    }

    private static Task<Ok<ProceedingsView>> RecountAsync(
        Guid id,
        Guid vote,
        RecountVote count,
        HoldingRequest request,
        SessionDb database,
        VoteBook book,
        CancellationToken ct
    ) =>
        request.ChangeAsync(
            id,
            async session =>
            {
                var last = await database
                    .Votes.AsNoTracking()
                    .Where(row => row.Id == vote && row.SessionId == id)
                    .OrderByDescending(row => row.Number)
                    .FirstOrDefaultAsync(ct)
                    ?? throw Problem.NotFound("vote of this session");
                await book.CountAsync(session, vote, last.Number + 1, last.Question, last.ItemId, count, ct);
            },
            ct
        );

    /// <summary>Writes the resolution as it shall read. <c>If-Match</c> names the version that it was made from, 0 for the first.</summary>
    private static Task<Ok<ProceedingsView>> ResolveAsync(
        Guid id,
        WriteResolution write,
        HoldingRequest request,
        ResolutionEditor editor,
        SessionDb database,
        HttpRequest http,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var draft = ResolutionEditor.Check(write);
        return request.ChangeAsync(
            id,
            async session =>
            {
                var resolution = await database.Resolutions.SingleOrDefaultAsync(row => row.SessionId == id, ct);
                Etags.Demand(http, resolution?.Version ?? 0);
                if (resolution is null)
                {
                    resolution = new Resolution { SessionId = id };
                    database.Resolutions.Add(resolution);
                }

                await editor.ApplyAsync(session, draft, ct);
                (resolution.Text, resolution.Version) = (draft.Text, resolution.Version + 1);
                Etags.Set(response, resolution.Version);
            },
            ct
        );
    }
}
