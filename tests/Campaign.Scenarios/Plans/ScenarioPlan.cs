using Campaign.Scenarios.People;

namespace Campaign.Scenarios.Plans;

/// <summary>Everything that a scenario will do, worked out before anything is sent; the same for the same seed.</summary>
public sealed record ScenarioPlan
{
    /// <summary>Root of chance and of idempotency keys.</summary>
    public required string Seed { get; init; }

    public required string CampaignName { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>Documents of superior bodies, the highest first; the districts carry out the last.</summary>
    public required IReadOnlyList<DocumentPlan> Documents { get; init; }

    public required IReadOnlyList<Round> Rounds { get; init; }
    public required IReadOnlyList<Span> Evaluations { get; init; }
    public required IReadOnlyList<DistrictPlan> Districts { get; init; }

    /// <summary>Parts that are played for the whole city.</summary>
    public required Part CityOfficer { get; init; }

    public required Part Analyst { get; init; }

    public Chance Chance => new(Seed);

    public IEnumerable<Part> Parts => [CityOfficer, Analyst, .. Districts.SelectMany(district => district.Parts)];
}

/// <param name="CarriesOut">Symbol of the superior document.</param>
public sealed record DocumentPlan(
    string Type,
    string Symbol,
    string Title,
    string Issuer,
    string Signer,
    DateOnly SignedOn,
    string? CarriesOut
);

/// <summary>One thematic meeting that every cell is asked for.</summary>
public sealed record Round(string Title, string Topic, DateOnly From, DateOnly DueOn);

/// <summary>A period of evaluation, both days included.</summary>
public sealed record Span(string Name, DateOnly From, DateOnly To);

/// <param name="Type">One of <see cref="Contracts.UnitTypes"/>.</param>
/// <param name="Path">Codes from the root joined by '/'.</param>
public sealed record UnitPlan(string Code, string Name, string ShortName, string Type, string ParentCode, string Path, DateOnly ValidFrom)
{
    public UnitPlan Below(string code, string name, string shortName, string type) =>
        new(code, name, shortName, type, Code, $"{Path}/{code}", ValidFrom);
}

/// <param name="Diligence">0–1: moves attendance and rating alike, so that the evidence explains the rating.</param>
/// <param name="Posts">As the import writes them: <c>role@unit-code</c>.</param>
public sealed record MemberPlan(
    string Number,
    string FullName,
    UnitPlan Unit,
    DateOnly JoinedOn,
    string Status,
    double Diligence,
    IReadOnlyList<string> Posts
)
{
    public bool IsActive => Status == Contracts.MemberStatuses.Active;
}

/// <summary>A district with all below it, and who acts there.</summary>
public sealed record DistrictPlan
{
    public required UnitPlan Unit { get; init; }

    /// <summary>Every unit below the district.</summary>
    public required IReadOnlyList<UnitPlan> Units { get; init; }

    public required IReadOnlyList<MemberPlan> Members { get; init; }
    public required IReadOnlyList<DocumentPlan> Documents { get; init; }
    public required Part Officer { get; init; }
    public required Part Committee { get; init; }
    public required Part Council { get; init; }
    public required IReadOnlyList<Part> Secretaries { get; init; }

    /// <summary>Further accounts to look around with.</summary>
    public required IReadOnlyList<Part> Others { get; init; }

    public required int CollectiveAwards { get; init; }
    public required int PersonalAwards { get; init; }

    public IEnumerable<UnitPlan> All => [Unit, .. Units];
    public IEnumerable<UnitPlan> Cells => Units.Where(unit => unit.Type == Contracts.UnitTypes.Cell);

    /// <summary>Party committees: the district's and those directly below it.</summary>
    public IEnumerable<UnitPlan> Committees => All.Where(unit => unit.Type == Contracts.UnitTypes.PartyCommittee);

    public IEnumerable<Part> Parts => [Officer, Committee, Council, .. Secretaries, .. Others];

    /// <summary>The secretary who answers for a unit: the nearest above it.</summary>
    public Part SecretaryOf(string path) =>
        Secretaries
            .Where(part => path == part.UnitPath || path.StartsWith(part.UnitPath + "/", StringComparison.Ordinal))
            .MaxBy(part => part.UnitPath.Length)!;
}
