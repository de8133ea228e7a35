using Campaign.Api.Organization;
using Campaign.Hosting.Access;
using Campaign.Messaging.Log;
using Campaign.Organization.Catalogues;
using Campaign.ServiceDefaults.Audit;
using Campaign.Tables.Imports;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Organization.Import;

/// <summary>Reads what a file of units names, has it planned, and writes the plan.</summary>
internal sealed class UnitImporter(OrganizationDb db, ImportWords words, Caller caller, IEventLog events, IAudit audit, CityDay day)
{
    public async Task<ImportReport> ImportAsync(Stream body, bool dryRun, CancellationToken ct)
    {
        var errors = new ImportErrors();
        var types = await words.UnitTypesAsync(ct);
        var rows = await ImportTable.ReadAsync(body, ImportFiles.Units(types), errors, ct);
        var codes = rows.SelectMany(row => new[] { row["code"], row["parent_code"] }).Distinct().ToArray();
        // with each unit its parent, to name it when a row moves the unit
        var named = db.Units.Where(unit => unit.ParentId == null || codes.Contains(unit.Code));
        var existing = await db.Units.Where(unit => named.Any(child => child.Id == unit.Id || child.ParentId == unit.Id)).ToListAsync(ct);
        var plan = UnitPlanner.Plan(rows, existing, errors, ImportScopes.Of(caller), [.. types.Select(type => type.Code)], day.Today);
        return await plan.CarryOutAsync(db, events, audit, dryRun, ct);
    }
}
