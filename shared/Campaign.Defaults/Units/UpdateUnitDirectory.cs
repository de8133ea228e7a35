using Campaign.Contracts;
using Campaign.Defaults.Data;
using Campaign.Defaults.Problems;
using Campaign.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Defaults.Units;

/// <summary>Keeps the copy of the unit tree up to date.</summary>
public sealed class UpdateUnitDirectory(DirectoryDbContext database) : IEventHandler<UnitChanged>, IEventHandler<UnitMerged>
{
    public async Task HandleAsync(UnitChanged @event, CancellationToken cancellationToken)
    {
        var unit = await database.Units.FindAsync([@event.AggregateId], cancellationToken);
        if (unit is null)
        {
            database.Units.Add(new DirectoryUnit
            {
                Id = @event.AggregateId,
                Code = @event.Code,
                Name = @event.Name,
                ShortName = @event.ShortName,
                Type = @event.Type,
                ParentId = @event.ParentId,
                Path = @event.Path,
                District = @event.District,
                ValidFrom = @event.ValidFrom,
                ValidTo = @event.ValidTo,
                Version = @event.Version,
            });
            return;
        }

        if (unit.Version >= @event.Version)
        {
            return;
        }

        unit.Name = @event.Name;
        unit.ShortName = @event.ShortName;
        unit.Type = @event.Type;
        unit.ParentId = @event.ParentId;
        unit.Path = @event.Path;
        unit.District = @event.District;
        unit.ValidFrom = @event.ValidFrom;
        unit.ValidTo = @event.ValidTo;
        unit.Version = @event.Version;
    }

    public async Task HandleAsync(UnitMerged @event, CancellationToken cancellationToken)
    {
        if (await database.Units.FindAsync([@event.AggregateId], cancellationToken) is { } predecessor)
        {
            predecessor.SuccessorId = @event.SuccessorId;
        }

        if (await database.Units.FindAsync([@event.SuccessorId], cancellationToken) is null)
        {
            // its own news comes in another partition; version 0 gives way to it
            database.Units.Add(new DirectoryUnit
            {
                Id = @event.SuccessorId,
                Code = @event.SuccessorPath[(@event.SuccessorPath.LastIndexOf('/') + 1)..],
                Name = @event.SuccessorName,
                ShortName = @event.SuccessorName.Length <= 100 ? @event.SuccessorName : @event.SuccessorName[..100],
                Type = @event.SuccessorType,
                Path = @event.SuccessorPath,
                District = @event.SuccessorDistrict,
                ValidFrom = @event.EffectiveOn,
                Version = 0,
            });
        }
    }
}

public static class UnitDirectoryQueries
{
    /// <exception cref="Problem"><c>not-found</c>: no such unit, or Organization's news of it has not arrived yet.</exception>
    public static async Task<DirectoryUnit> UnitAsync(this DirectoryDbContext database, Guid id, CancellationToken ct) =>
        await database.Units.AsNoTracking().SingleOrDefaultAsync(unit => unit.Id == id, ct) ?? throw Problem.NotFound("unit");

    /// <summary>
    /// The unit that carries on today what was begun at <paramref name="id"/>: itself, or the last of its successors, whatever the
    /// order in which the news of them arrived. Null when the unit is not known yet.
    /// </summary>
    public static async Task<DirectoryUnit?> GoesOnAtAsync(this DirectoryDbContext database, Guid id, CancellationToken ct)
    {
        var unit = await database.Units.FindAsync([id], ct);
        while (unit?.SuccessorId is { } next && await database.Units.FindAsync([next], ct) is { } successor)
        {
            unit = successor;
        }

        return unit;
    }
}
