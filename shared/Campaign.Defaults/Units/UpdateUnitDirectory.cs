using Campaign.Contracts;
using Campaign.Defaults.Data;
using Campaign.Defaults.Problems;
using Campaign.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Defaults.Units;

/// <summary>Keeps the copy of the unit tree up to date; one statement, since replicas handle events side by side.</summary>
public sealed class UpdateUnitDirectory(DirectoryDbContext database) : IEventHandler<UnitChanged>
{
    public Task HandleAsync(UnitChanged @event, CancellationToken cancellationToken) => database.Database.ExecuteSqlAsync(
        $"""
         insert into unit_directory as u (id, code, name, short_name, type, parent_id, path, district, valid_from, valid_to, version)
         values ({@event.AggregateId}, {@event.Code}, {@event.Name}, {@event.ShortName}, {@event.Type}, {@event.ParentId}, {@event.Path},
             {@event.District}, {@event.ValidFrom}, {@event.ValidTo}, {@event.Version})
         on conflict (id) do update set name = excluded.name, short_name = excluded.short_name, type = excluded.type,
             parent_id = excluded.parent_id, path = excluded.path, district = excluded.district, valid_from = excluded.valid_from,
             valid_to = excluded.valid_to, version = excluded.version
         where u.version <= excluded.version
         """, cancellationToken);
}

public static class UnitDirectoryQueries
{
    /// <exception cref="Problem"><c>not-found</c>: no such unit, or Organization's news of it has not arrived yet.</exception>
    public static async Task<DirectoryUnit> UnitAsync(this DirectoryDbContext database, Guid id, CancellationToken ct) =>
        await database.Units.AsNoTracking().SingleOrDefaultAsync(unit => unit.Id == id, ct) ?? throw Problem.NotFound("unit");
}
