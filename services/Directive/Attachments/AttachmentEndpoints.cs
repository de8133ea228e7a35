using Campaign.Api;
using Campaign.Api.Directive;
using Campaign.Api.Problems;
using Campaign.Directives.Documents;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Campaign.Time;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Attachments;

/// <summary>The file of a document: what it is, its bytes, and how it gets there.</summary>
public static class AttachmentEndpoints
{
    public static RouteGroupBuilder MapAttachments(this IEndpointRouteBuilder app)
    {
        var attachments = app.MapGroup("/directives/{id:guid}/attachment").WithTags("Attachments");
        attachments.MapGet("/", GetAsync).Allow(DirectiveAccess.Read);
        attachments.MapGet("/content", DownloadAsync).Allow(DirectiveAccess.Read);
        attachments
            .MapPut("/", AttachAsync)
            .Allow(DocumentActions.Attach)
            .AllowBody(RequestLimits.Attachment.Bytes)
            .Refuses(
                DirectiveProblems.AlreadyIssued,
                SharedProblems.BodyTooLarge,
                DirectiveProblems.AttachmentTooLarge,
                DirectiveProblems.AttachmentType,
                DirectiveProblems.AttachmentUnreadable,
                DirectiveProblems.AttachmentPages,
                DirectiveProblems.SecrecyMarked
            );
        attachments.MapPost("/remove", RemoveAsync).Allow(DocumentActions.Attach).Refuses(DirectiveProblems.AlreadyIssued);
        return attachments;
    }

    private static async Task<Ok<AttachmentView>> GetAsync(Guid id, Caller caller, DirectiveDb db, CancellationToken ct) =>
        TypedResults.Ok(
            await Readable(id, caller, db)
                .Select(a => new AttachmentView(a.FileName, a.ContentType, a.Bytes, a.Sha256, a.At))
                .SingleOrDefaultAsync(ct)
                ?? throw Problem.NotFound("attachment")
        );

    /// <summary>The file as it was sent; a browser saves it and never shows it as a page of ours.</summary>
    private static async Task<PushStreamHttpResult> DownloadAsync(
        Guid id,
        Caller caller,
        DirectiveDb db,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var file = await Readable(id, caller, db)
            .Select(a => new
            {
                a.Id,
                a.FileName,
                a.ContentType,
                a.Bytes,
            })
            .SingleOrDefaultAsync(ct)
            ?? throw Problem.NotFound("attachment");
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.ContentLength = file.Bytes;
        return TypedResults.Stream(stream => SendAsync(file.Id, file.Bytes, db, stream, ct), file.ContentType, file.FileName);
    }

    /// <summary>The body is the file itself, PDF or DOCX, 10 MiB at most; takes <c>If-Match</c>.</summary>
    /// <param name="fileName">What it is called when somebody saves it; its ending follows its content.</param>
    private static async Task<Ok<DirectiveView>> AttachAsync(
        Guid id,
        string? fileName,
        AttachmentEditor editor,
        Caller caller,
        DirectiveDb db,
        TimeProvider time,
        HttpRequest request,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var directive = await editor.AttachAsync(id, fileName, request, ct);
        Etags.Set(response, directive.Version);
        return TypedResults.Ok(await db.ViewAsync(directive, caller, time.Today(), ct));
    }

    private static async Task<Ok<DirectiveView>> RemoveAsync(
        Guid id,
        AttachmentEditor editor,
        Caller caller,
        DirectiveDb db,
        TimeProvider time,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var directive = await editor.RemoveAsync(id, ct);
        Etags.Set(response, directive.Version);
        return TypedResults.Ok(await db.ViewAsync(directive, caller, time.Today(), ct));
    }

    private static IQueryable<Attachment> Readable(Guid id, Caller caller, DirectiveDb db) =>
        db
            .Attachments.AsNoTracking()
            .Where(a => a.DirectiveId == id && db.DirectivesReadableBy(caller).Any(directive => directive.Id == id));

    private static async Task SendAsync(Guid attachment, int bytes, DirectiveDb db, Stream stream, CancellationToken ct)
    {
        for (var (no, sent) = (0, 0); sent < bytes; no++)
        {
            // a draft's file may be replaced meanwhile: then the download breaks off rather than mix two
            var part = await db
                .AttachmentChunks.Where(chunk => chunk.AttachmentId == attachment && chunk.No == no)
                .Select(chunk => chunk.Content)
                .SingleOrDefaultAsync(ct)
                ?? throw new IOException("The file was replaced while it was sent.");
            await stream.WriteAsync(part, ct);
            sent += part.Length;
        }
    }
}
