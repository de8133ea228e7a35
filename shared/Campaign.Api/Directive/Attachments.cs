namespace Campaign.Api.Directive;

/// <summary>The file of a document.</summary>
/// <param name="ContentType">PDF or DOCX, as its content says.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record AttachmentView(string FileName, string ContentType, int Bytes, string Sha256, DateTimeOffset At);

public sealed partial class DirectiveClient
{
    /// <summary>Problem <c>not-found</c> when it has none.</summary>
    public Task<AttachmentView> AttachmentAsync(Guid id, CancellationToken ct = default) =>
        GetAsync<AttachmentView>($"directives/{id}/attachment", ct);

    public Task<byte[]> AttachmentContentAsync(Guid id, CancellationToken ct = default) =>
        GetBytesAsync($"directives/{id}/attachment/content", ct);

    /// <summary>PDF or DOCX for a draft, at most 10 MiB; takes the place of the one before.</summary>
    public Task<DirectiveView> AttachAsync(Guid id, long version, string fileName, byte[] file, CancellationToken ct = default) =>
        PutAsync<DirectiveView>(
            Query($"directives/{id}/attachment", ("fileName", fileName)),
            version,
            new ByteArrayContent(file) { Headers = { ContentType = new("application/octet-stream") } },
            ct
        );

    public Task<DirectiveView> RemoveAttachmentAsync(Guid id, string? key = null, CancellationToken ct = default) =>
        PostAsync<DirectiveView>($"directives/{id}/attachment/remove", null, ct, key);
}
