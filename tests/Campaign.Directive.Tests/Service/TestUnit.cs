using Campaign.Contracts;

namespace Campaign.Directives.Tests.Service;

/// <summary>A unit as Organization publishes it.</summary>
public sealed record TestUnit(string Path, string Type)
{
    public Guid Id { get; } = Guid.CreateVersion7();

    public UnitChanged Changed(string? path = null, long version = 1) =>
        new()
        {
            District = UnitPath.District(Path),
            AggregateId = Id,
            Version = version,
            Code = Path.Split('/')[^1],
            Name = $"Đơn vị {Path}",
            ShortName = Path.Split('/')[^1],
            Type = Type,
            Path = path ?? Path,
            ValidFrom = new DateOnly(2020, 1, 1),
        };
}

/// <summary>A ward's committee and its cells.</summary>
public sealed record Ward(TestUnit Unit, IReadOnlyList<TestUnit> Cells);
