using Campaign.ServiceDefaults.Audit;
using Campaign.Sessions.Preparing;
using Campaign.Sessions.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Sessions.Holding;

/// <summary>Somebody spoke, or proposed something.</summary>
/// <remarks>Not audited: the row says who recorded it; what is taken back is audited by the service.</remarks>
[NotAudited]
public sealed class Contribution
{
    /// <summary>Of one session.</summary>
    public const int Most = 500;

    public const int MaxNote = 1000;

    public const string Speech = "speech";
    public const string Proposal = "proposal";

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid SessionId { get; init; }

    /// <summary><see cref="Speech"/> or <see cref="Proposal"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>A participant; null for somebody else.</summary>
    public Guid? MemberId { get; init; }

    public required string Name { get; init; }

    public Guid? ItemId { get; init; }

    public required string Note { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Account.</summary>
    public required string By { get; init; }

    public required string ByName { get; init; }

    internal static void Configure(EntityTypeBuilder<Contribution> contribution)
    {
        contribution.ToTable("contributions");
        contribution.Property(c => c.Id).ValueGeneratedNever();
        contribution.Property(c => c.Kind).HasMaxLength(10);
        contribution.Property(c => c.Name).HasMaxLength(NamedPeople.MaxName);
        contribution.Property(c => c.Note).HasMaxLength(MaxNote);
        contribution.Property(c => c.By).HasMaxLength(100);
        contribution.Property(c => c.ByName).HasMaxLength(200);
        contribution.HasOne<Session>().WithMany().HasForeignKey(c => c.SessionId);
        contribution.HasOne<AgendaItem>().WithMany().HasForeignKey(c => c.ItemId).OnDelete(DeleteBehavior.Restrict);
    }
}
