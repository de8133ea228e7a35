using Campaign.Sessions.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Sessions.Preparing;

/// <summary>Something to be read before a session: a document on record in Directive, or an address.</summary>
public sealed class SessionDocument
{
    public const int MaxLink = 500;

    public required Guid SessionId { get; init; }

    /// <summary>From 1.</summary>
    public required int Position { get; init; }

    public required string Title { get; init; }

    public Guid? DirectiveId { get; init; }

    /// <summary>https; null for a document of Directive.</summary>
    public string? Link { get; init; }

    internal static void Configure(EntityTypeBuilder<SessionDocument> document)
    {
        document.ToTable("session_documents");
        document.HasKey(r => new { r.SessionId, r.Position });
        document.Property(r => r.Title).HasMaxLength(300);
        document.Property(r => r.Link).HasMaxLength(MaxLink);
        document.HasOne<Session>().WithMany().HasForeignKey(r => r.SessionId);
    }
}
