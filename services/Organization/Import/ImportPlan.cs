using Campaign.Api.Organization;
using Campaign.Contracts;
using Campaign.Tables.Imports;

namespace Campaign.Organization.Import;

/// <summary>What a file comes to, worked out without touching the database.</summary>
public sealed class ImportPlan(ImportErrors errors)
{
    public ImportErrors Errors { get; } = errors;

    /// <summary>Entities to add.</summary>
    public List<object> Added { get; } = [];

    /// <summary>Units whose names or types the file corrects.</summary>
    public List<Guid> Corrected { get; } = [];

    /// <summary>What the others will be told, in this order.</summary>
    public List<CampaignEvent> Events { get; } = [];

    public int Rows { get; set; }
    public int Created { get; set; }
    public int Changed { get; set; }
    public int Unchanged { get; set; }

    /// <summary>Lines that say the same as one before.</summary>
    public int Repeated { get; set; }

    /// <summary>Lines that concern units outside those that the caller covers.</summary>
    public List<int> Outside { get; } = [];

    /// <summary>Counts another part of the same file; what is to be written is not kept.</summary>
    public void Add(ImportPlan part)
    {
        (Rows, Created, Changed) = (Rows + part.Rows, Created + part.Created, Changed + part.Changed);
        (Unchanged, Repeated) = (Unchanged + part.Unchanged, Repeated + part.Repeated);
        Outside.AddRange(part.Outside);
    }

    public ImportReport Report(bool dryRun) =>
        Errors.Count == 0
            ? new(dryRun, Rows, Created, Changed, Unchanged, 0, [], Repeated)
            : new(dryRun, Rows, 0, 0, 0, Errors.Count, Errors.First, Repeated);
}
