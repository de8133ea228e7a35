using Campaign.Defaults.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Directives.Counting;

/// <summary>
/// How far a directive has come in one district. One row per district, so that the cells of two districts never wait for
/// each other when they acknowledge the same directive.
/// </summary>
[NotAudited]
public sealed class DirectiveCount
{
    public required string District { get; init; }
    public required Guid DirectiveId { get; init; }
    public int Assignments { get; init; }
    public int Acknowledged { get; init; }
    public int Completed { get; init; }

    /// <summary>Announced as overdue and not completed since.</summary>
    public int Overdue { get; init; }

    internal static void Configure(EntityTypeBuilder<DirectiveCount> count)
    {
        count.ToTable("directive_counts");
        count.HasKey(c => new { c.DirectiveId, c.District });
        count.Property(c => c.District).HasMaxLength(60);
    }
}
