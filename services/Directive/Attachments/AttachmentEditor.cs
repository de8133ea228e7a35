using System.Security.Cryptography;
using System.Text;
using Campaign.Api.Directive;
using Campaign.Directives.Documents;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Attachments;

/// <summary>Attaches a file to a draft and takes it off again. Bytes and row are replaced together.</summary>
internal sealed class AttachmentEditor(DirectiveDb db, Caller caller, IAudit audit, TimeProvider time)
{
    private static readonly string[] s_endings = [".pdf", ".docx", ".doc", ".docm"];

    /// <exception cref="Problem"><c>already-issued</c> (409), <c>version-changed</c> (412), <c>attachment-too-large</c> (413),
    /// <c>attachment-type</c>, <c>attachment-unreadable</c>, <c>attachment-pages</c> or <c>secrecy-marked</c> (422).</exception>
    public async Task<Directive> AttachAsync(Guid id, string? fileName, HttpRequest request, CancellationToken ct)
    {
        var directive = await DraftAsync(id, ct);
        Etags.Demand(request, directive.Version);
        var name = Name(fileName);
        var file = await ReadAsync(request.Body, ct);
        var content = AttachmentContent.Read(file);
        SecrecyMark.Refuse(null, content.Text);
        var attachment = new Attachment
        {
            Id = Guid.CreateVersion7(),
            DirectiveId = id,
            FileName = name + content.Extension,
            ContentType = content.ContentType,
            Bytes = file.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(file)),
            At = time.GetUtcNow(),
            Folded = FoldedText.Of(content.Text.Replace('\0', ' ')),
        };
        return await db.TogetherAsync(
            async () =>
            {
                directive.ChangeAttachment();
                audit.Record("attached", nameof(Attachment), id.ToString(), new { attachment.Bytes, attachment.Sha256 });
                await db.SaveChangesAsync(ct);
                await db.Attachments.Where(old => old.DirectiveId == id).ExecuteDeleteAsync(ct);
                db.Attachments.Add(attachment);
                await db.SaveChangesAsync(ct);
                foreach (var (part, no) in file.Chunk(AttachmentChunk.Size).Select((part, no) => (part, no)))
                {
                    await db.Database.ExecuteSqlAsync(
                        $"insert into attachment_chunks (attachment_id, no, content) values ({attachment.Id}, {no}, {part})",
                        ct
                    );
                }

                return directive;
            },
            ct
        );
    }

    /// <exception cref="Problem"><c>already-issued</c> (409), <c>not-found</c>.</exception>
    public async Task<Directive> RemoveAsync(Guid id, CancellationToken ct)
    {
        var directive = await DraftAsync(id, ct);
        return await db.TogetherAsync(
            async () =>
            {
                if (await db.Attachments.Where(old => old.DirectiveId == id).ExecuteDeleteAsync(ct) == 0)
                {
                    throw Problem.NotFound("attachment");
                }

                directive.ChangeAttachment();
                audit.Record("detached", nameof(Attachment), id.ToString());
                return directive;
            },
            ct
        );
    }

    private async Task<Directive> DraftAsync(Guid id, CancellationToken ct)
    {
        var directive = await db.Directives.SingleOrDefaultAsync(row => row.Id == id, ct) ?? throw Problem.NotFound("directive");
        DocumentActions.Attach.Demand(caller, directive);
        return directive;
    }

    /// <summary>The file's name without folders, ending and what a file system does not take.</summary>
    private static string Name(string? fileName)
    {
        var last = Problem.Text(fileName, "fileName", Attachment.MaxName).Normalize(NormalizationForm.FormC).Split('/', '\\')[^1];
        var name = string.Concat(last.Where(letter => !char.IsControl(letter) && !"\"<>:|?*".Contains(letter, StringComparison.Ordinal)))
            .Trim(' ', '.');
        name = s_endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            ? name[..name.LastIndexOf('.')].TrimEnd(' ', '.')
            : name;
        Problem.Unless(name.Length > 0, "fileName", DirectiveProblems.FileName);
        return name[..Math.Min(name.Length, Attachment.MaxName - ".docx".Length)];
    }

    private static async Task<byte[]> ReadAsync(Stream body, CancellationToken ct)
    {
        using var file = new MemoryStream();
        var part = new byte[81920];
        int read;
        while ((read = await body.ReadAsync(part, ct)) > 0)
        {
            file.Write(part, 0, read);
            if (file.Length > Attachment.MaxBytes)
            {
                throw new Problem(DirectiveProblems.AttachmentTooLarge, ("max", Attachment.MaxBytes / 1024 / 1024));
            }
        }

        return file.ToArray();
    }
}
