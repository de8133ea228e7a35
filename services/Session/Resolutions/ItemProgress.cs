using Campaign.Contracts;
using Campaign.Messaging.Inbox;
using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Sessions.Resolutions;

/// <summary>How far an action item has come by now, as last heard from Directive, where it is a commitment.</summary>
[NotAudited]
public sealed class ItemProgress
{
    /// <summary>Of the action item and of the commitment.</summary>
    public required Guid Id { get; init; }

    /// <summary><c>open</c>, <c>fulfilled</c> or <c>withdrawn</c>.</summary>
    public required string State { get; init; }

    public required decimal Target { get; init; }

    public required decimal Done { get; init; }

    public required DateOnly DueOn { get; init; }

    public DateOnly? ReachedOn { get; init; }

    /// <summary>Of the commitment; older news is ignored.</summary>
    public required long Version { get; init; }

    internal static void Configure(EntityTypeBuilder<ItemProgress> progress)
    {
        progress.ToTable("item_progress");
        progress.Property(p => p.Id).ValueGeneratedNever();
        progress.Property(p => p.State).HasMaxLength(10);
        progress.Property(p => p.Target).HasPrecision(14, 2);
        progress.Property(p => p.Done).HasPrecision(18, 2);
    }
}

/// <summary>Keeps how far each item is, the commitment's later version winning.</summary>
public sealed class FollowCommitment(SessionDb database) : IEventHandler<CommitmentProgressed>
{
    public Task HandleAsync(CommitmentProgressed @event, CancellationToken cancellationToken) =>
        database.Database.ExecuteSqlAsync(
            $"""
            insert into item_progress as p (id, state, target, done, due_on, reached_on, version)
            values ({@event.AggregateId}, {@event.State}, {@event.Target}, {@event.Done}, {@event.DueOn}, {@event.ReachedOn},
                {@event.Version})
            on conflict (id) do update set state = excluded.state, target = excluded.target, done = excluded.done, due_on = excluded.due_on,
                reached_on = excluded.reached_on, version = excluded.version
            where p.version < excluded.version
            """,
            cancellationToken
        );
}
