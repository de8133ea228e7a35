using Campaign.Contracts;
using Campaign.Hosting.Problems;
using Campaign.Messaging.Inbox;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directories.Units;

/// <summary>Keeps the copy of the unit tree up to date; one statement, since replicas handle events side by side.</summary>
public sealed class UpdateUnitDirectory(DirectoryDbContext database) : IEventHandler<UnitChanged>, IEventHandler<UnitMerged>
{
    public Task HandleAsync(UnitChanged @event, CancellationToken cancellationToken) =>
        database.Database.ExecuteSqlAsync(
            $"""
            insert into unit_directory as u (id, code, name, short_name, type, parent_id, path, district, valid_from, valid_to, version)
            values ({@event.AggregateId}, {@event.Code}, {@event.Name}, {@event.ShortName}, {@event.Type}, {@event.ParentId}, {@event.Path},
                {@event.District}, {@event.ValidFrom}, {@event.ValidTo}, {@event.Version})
            on conflict (id) do update set name = excluded.name, short_name = excluded.short_name, type = excluded.type,
                parent_id = excluded.parent_id, path = excluded.path, district = excluded.district, valid_from = excluded.valid_from,
                valid_to = excluded.valid_to, version = excluded.version
            where u.version <= excluded.version
            """,
            cancellationToken
        );

    /// <summary>The successor may not be known yet: its own news comes in another partition, and version 0 gives way to it.</summary>
    public async Task HandleAsync(UnitMerged @event, CancellationToken cancellationToken)
    {
        await database.Database.ExecuteSqlAsync(
            $"update unit_directory set successor_id = {@event.SuccessorId} where id = {@event.AggregateId}",
            cancellationToken
        );
        var code = @event.SuccessorPath[(@event.SuccessorPath.LastIndexOf('/') + 1)..];
        var shortName = @event.SuccessorName.Length <= 100 ? @event.SuccessorName : @event.SuccessorName[..100];
        await database.Database.ExecuteSqlAsync(
            $"""
            insert into unit_directory (id, code, name, short_name, type, path, district, valid_from, version)
            values ({@event.SuccessorId}, {code}, {@event.SuccessorName}, {shortName}, {@event.SuccessorType}, {@event.SuccessorPath},
                {@event.SuccessorDistrict}, {@event.EffectiveOn}, 0)
            on conflict (id) do nothing
            """,
            cancellationToken
        );
    }
}

public static class UnitDirectoryQueries
{
    /// <exception cref="Problem"><c>not-found</c>: no such unit, or Organization's news of it has not arrived yet.</exception>
    public static async Task<DirectoryUnit> UnitAsync(this DirectoryDbContext database, Guid id, CancellationToken ct) =>
        await database.Units.AsNoTracking().SingleOrDefaultAsync(unit => unit.Id == id, ct) ?? throw Problem.NotFound("unit");

    /// <summary>The names of units by id; one that is not known yet goes by its path.</summary>
    public static async Task<Func<Guid, string, string>> UnitNamesAsync(
        this DirectoryDbContext database,
        IEnumerable<Guid> ids,
        CancellationToken ct
    )
    {
        Guid[] wanted = [.. ids.Distinct()];
        var names = await database
            .Units.AsNoTracking()
            .Where(unit => wanted.Contains(unit.Id))
            .ToDictionaryAsync(unit => unit.Id, unit => unit.Name, ct);
        return (id, path) => names.GetValueOrDefault(id, path);
    }

    /// <summary>
    /// The unit that carries on today what was begun at <paramref name="id"/>: itself, or the last of its successors, whatever the
    /// order in which the news of them arrived. Null when the unit is not known yet.
    /// </summary>
    public static async Task<DirectoryUnit?> GoesOnAtAsync(this DirectoryDbContext database, Guid id, CancellationToken ct)
    {
        // not tracked: earlier events of the same transaction may have changed the rows
        Task<DirectoryUnit?> FindAsync(Guid wanted) => database.Units.AsNoTracking().SingleOrDefaultAsync(unit => unit.Id == wanted, ct);
        var unit = await FindAsync(id);
        while (unit?.SuccessorId is { } next && await FindAsync(next) is { } successor)
        {
            unit = successor;
        }

        return unit;
    }
}
