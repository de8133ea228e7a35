using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NpgsqlTypes;

namespace Campaign.Directives.Attachments;

/// <summary>The file of a document, PDF or DOCX; its bytes lie in <see cref="AttachmentChunk"/>s, which lists never read.</summary>
[NotAudited]
public sealed class Attachment
{
    public const int MaxBytes = 10 * 1024 * 1024;
    public const int MaxName = 200;

    /// <summary>Of this upload; another one has another id.</summary>
    public required Guid Id { get; init; }

    public required Guid DirectiveId { get; init; }
    public required string FileName { get; init; }

    /// <summary>As its content says, not its name.</summary>
    public required string ContentType { get; init; }

    public required int Bytes { get; init; }

    /// <summary>Lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The readable text as it is searched; empty for a scan.</summary>
    public required string Folded { get; init; }

    /// <summary>The words of <see cref="Folded"/>.</summary>
    public NpgsqlTsVector Words { get; private set; } = null!;

    internal static void Configure(EntityTypeBuilder<Attachment> attachment)
    {
        attachment.ToTable("attachments");
        attachment.Property(a => a.Id).ValueGeneratedNever();
        attachment.Property(a => a.FileName).HasMaxLength(MaxName);
        attachment.Property(a => a.ContentType).HasMaxLength(100);
        attachment.Property(a => a.Sha256).HasMaxLength(64);
        attachment.Property(a => a.Words).HasComputedColumnSql("to_tsvector('simple'::regconfig, left(folded, 400000))", stored: true);
        attachment.HasIndex(a => a.Words).HasMethod("gin");
        attachment.HasIndex(a => a.DirectiveId).IsUnique();
        attachment.HasOne<Documents.Directive>().WithOne().HasForeignKey<Attachment>(a => a.DirectiveId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>A part of a file: sent one by one, so that a download holds no more than this in memory.</summary>
[NotAudited]
public sealed class AttachmentChunk
{
    public const int Size = 256 * 1024;

    public required Guid AttachmentId { get; init; }
    public required int No { get; init; }
    public required byte[] Content { get; init; }

    internal static void Configure(EntityTypeBuilder<AttachmentChunk> chunk)
    {
        chunk.ToTable("attachment_chunks");
        chunk.HasKey(c => new { c.AttachmentId, c.No });
        chunk.HasOne<Attachment>().WithMany().HasForeignKey(c => c.AttachmentId).OnDelete(DeleteBehavior.Cascade);
    }
}
