using Campaign.Api.Organization;
using Campaign.Hosting.Access;
using Campaign.Messaging.Log;
using Campaign.Organization.Catalogues;
using Campaign.ServiceDefaults.Audit;
using Campaign.Tables.Imports;

namespace Campaign.Organization.Import;

/// <summary>Reads what a file of members names, has it planned, and writes the plan.</summary>
internal sealed class MemberImporter(
    OrganizationDb db,
    KnownMemberQuery known,
    ImportWords words,
    Caller caller,
    IEventLog events,
    IAudit audit,
    CityDay day
)
{
    public async Task<ImportReport> ImportAsync(Stream body, bool dryRun, CancellationToken ct)
    {
        var errors = new ImportErrors();
        var (sexes, statuses) = (await words.SexesAsync(ct), await words.StatusesAsync(ct));
        var rows = await ImportTable.ReadAsync(body, ImportFiles.Members(sexes, statuses), errors, ct);
        var plan = new MemberPlanner(await known.OfAsync(rows, sexes, statuses, ct), errors, ImportScopes.Of(caller), day.Today).Plan(rows);
        return await plan.CarryOutAsync(db, events, audit, dryRun, ct);
    }
}
