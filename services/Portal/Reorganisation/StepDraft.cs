using Campaign.Api.Organization;
using Campaign.Contracts;

namespace Campaign.Portal.Reorganisation;

/// <summary>A step while it is being written.</summary>
public sealed class StepDraft
{
    public string Kind { get; set; } = ReorganisationKinds.Merge;

    /// <summary>Codes, separated by commas or blanks.</summary>
    public string? Units { get; set; }

    public string? Into { get; set; }

    public bool IntoNew { get; set; }

    public string? Name { get; set; }

    public string? ShortName { get; set; }

    public List<UnitDraft> Create { get; } = [new(), new()];

    /// <summary>How many new units the kind describes.</summary>
    public int NewUnits =>
        Kind switch
        {
            ReorganisationKinds.Create => 1,
            ReorganisationKinds.Merge when IntoNew => 1,
            ReorganisationKinds.Split => Create.Count,
            _ => 0,
        };

    public bool NamesUnits => Kind != ReorganisationKinds.Create;

    public bool NamesTarget =>
        Kind is ReorganisationKinds.Move or ReorganisationKinds.Dissolve || (Kind == ReorganisationKinds.Merge && !IntoNew);

    public ReorganisationStep Step() =>
        new(
            Kind,
            NamesUnits ? Codes(Units) : null,
            NamesTarget && !string.IsNullOrWhiteSpace(Into) ? Into.Trim() : null,
            Kind == ReorganisationKinds.Rename ? Name : null,
            Kind == ReorganisationKinds.Rename ? ShortName : null,
            NewUnits == 0 ? null : [.. Create.Take(NewUnits).Select(unit => unit.Unit(Kind == ReorganisationKinds.Split))]
        );

    private static List<string> Codes(string? text) =>
        [.. (text ?? "").Split([',', ';', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>A new unit while it is being described.</summary>
    public sealed class UnitDraft
    {
        public string? Code { get; set; }

        public string? Name { get; set; }

        public string? ShortName { get; set; }

        public string Type { get; set; } = UnitTypes.PartyCommittee;

        public string? Parent { get; set; }

        public string? Children { get; set; }

        public string? Members { get; set; }

        public NewUnit Unit(bool takesPart) =>
            new(
                Code?.Trim() ?? "",
                Name?.Trim() ?? "",
                ShortName?.Trim() ?? "",
                Type,
                Parent?.Trim() ?? "",
                takesPart ? Codes(Children) : null,
                takesPart ? Codes(Members) : null
            );
    }
}
