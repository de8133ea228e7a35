using Campaign.Api;
using Campaign.Api.Directive;
using Campaign.Api.Problems;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Campaign.Time;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Documents;

/// <summary>The documents on record.</summary>
public static class DocumentEndpoints
{
    public static RouteGroupBuilder MapDocuments(this IEndpointRouteBuilder app)
    {
        var documents = app.MapGroup("").WithTags("Documents");
        documents.MapGet("/directives", ListAsync).Allow(DirectiveAccess.Read);
        documents.MapGet("/directives/{id:guid}", GetAsync).Allow(DirectiveAccess.Read);
        documents
            .MapPost("/directives", RecordAsync)
            .Allow(DocumentActions.Record)
            .AllowBody(RequestLimits.Document.Bytes)
            .Refuses(SharedProblems.NotFound, DirectiveProblems.AlreadyRecorded, DirectiveProblems.SecrecyMarked);
        documents
            .MapPut("/directives/{id:guid}", EditAsync)
            .Allow(DocumentActions.Correct)
            .AllowBody(RequestLimits.Draft.Bytes)
            .Refuses(DirectiveProblems.AlreadyIssued, DirectiveProblems.AlreadyRecorded, DirectiveProblems.SecrecyMarked);
        documents.MapGet("/directives/{id:guid}/body", BodyAsync).Allow(DirectiveAccess.Read);
        documents.MapGet("/directives/{id:guid}/graph", GraphAsync).Allow(DirectiveAccess.Read);
        return documents;
    }

    private static async Task<Ok<Page<DirectiveView>>> ListAsync(
        Guid? campaign,
        string? search,
        string? cursor,
        int? limit,
        Caller caller,
        DirectiveDb db,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var size = Cursor.Limit(limit);
        var after = Cursor.Id(cursor) ?? Guid.Empty;
        var rows = db.DirectivesReadableBy(caller).Where(directive => directive.Id.CompareTo(after) > 0);
        if (campaign is not null)
        {
            rows = rows.Where(directive => directive.CampaignId == campaign);
        }

        if (!string.IsNullOrWhiteSpace(search))
        {
            var wanted = FoldedText.Of(Problem.Text(search, "search", 100));
            rows = rows.Where(directive =>
                EF.Functions.Like(directive.Search, $"%{Escape(wanted)}%", "\\")
                || db.DirectiveBodies.Any(body =>
                    body.DirectiveId == directive.Id && body.Words.Matches(EF.Functions.PlainToTsQuery("simple", wanted))
                )
                || db.Attachments.Any(file =>
                    file.DirectiveId == directive.Id && file.Words.Matches(EF.Functions.PlainToTsQuery("simple", wanted))
                )
            );
        }

        var page = await rows.OrderBy(directive => directive.Id).Take(size + 1).ToListAsync(ct);
        return TypedResults.Ok(Cursor.Page(await db.ViewsAsync(page, caller, time.Today(), ct), size, directive => [directive.Id]));
    }

    private static async Task<Ok<DirectiveView>> GetAsync(
        Guid id,
        Caller caller,
        DirectiveDb db,
        TimeProvider time,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var directive = await db.DirectivesReadableBy(caller).SingleOrDefaultAsync(row => row.Id == id, ct)
            ?? throw Problem.NotFound("directive");
        Etags.Set(response, directive.Version);
        return TypedResults.Ok(await db.ViewAsync(directive, caller, time.Today(), ct));
    }

    private static async Task<Created<DirectiveView>> RecordAsync(
        RecordDirective record,
        RecordingRules rules,
        Caller caller,
        DirectiveDb db,
        TimeProvider time,
        HttpResponse response,
        CancellationToken ct
    )
    {
        // first of all, before anything is looked up, stored or logged
        SecrecyMark.Refuse(record.SecrecyMark, record.Body);
        var (directive, body) = await rules.ApplyAsync(record, null, caller, ct);
        db.Directives.Add(directive);
        db.Relations.AddRange(await rules.RelationsAsync(record, directive.Id, caller, ct));
        if (body is not null)
        {
            db.DirectiveBodies.Add(body);
        }

        await db.SaveChangesAsync(ct);
        Etags.Set(response, directive.Version);
        return TypedResults.Created($"directives/{directive.Id}", await db.ViewAsync(directive, caller, time.Today(), ct));
    }

    /// <summary>Corrects a draft. Who changed an older version than the last gets both, theirs and the last, and decides anew.</summary>
    private static async Task<Ok<DirectiveView>> EditAsync(
        Guid id,
        RecordDirective record,
        DraftEditor editor,
        Caller caller,
        DirectiveDb db,
        TimeProvider time,
        HttpRequest request,
        HttpResponse response,
        CancellationToken ct
    )
    {
        // first of all, before anything is looked up, stored or logged
        SecrecyMark.Refuse(record.SecrecyMark, record.Body);
        var directive = await editor.ChangeAsync(id, record, request, ct);
        Etags.Set(response, directive.Version);
        return TypedResults.Ok(await db.ViewAsync(directive, caller, time.Today(), ct));
    }

    private static async Task<Ok<DirectiveBodyView>> BodyAsync(Guid id, Caller caller, DirectiveDb db, CancellationToken ct)
    {
        var text = await db.DirectivesReadableBy(caller)
            .Where(directive => directive.Id == id)
            .Join(db.DirectiveBodies, directive => directive.Id, body => body.DirectiveId, (_, body) => body.Text)
            .SingleOrDefaultAsync(ct)
            ?? throw Problem.NotFound("text of a directive");
        return TypedResults.Ok(new DirectiveBodyView(text));
    }

    private static async Task<Ok<DirectiveGraph>> GraphAsync(Guid id, Caller caller, RelationGraph graph, CancellationToken ct) =>
        TypedResults.Ok(await graph.AroundAsync(id, caller, ct));

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
}
