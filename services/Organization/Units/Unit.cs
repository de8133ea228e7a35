using Campaign.Contracts;
using Campaign.Hosting.Database;
using Campaign.ServiceDefaults.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Organization.Units;

/// <summary>A unit of the tree: the city (root), a district (directly below it), a ward, an agency, a cell (chi bộ) …</summary>
public sealed class Unit
{
    public const int MaxName = 300;
    public const int MaxShortName = 100;
    public const int MaxPath = 600;

    public required Guid Id { get; init; }
    public required string Code { get; init; }
    public required string Name { get; set; }
    public required string ShortName { get; set; }

    /// <summary>Code of the catalogue, see <see cref="Catalogues.UnitType"/>.</summary>
    public required string Type { get; set; }

    public Guid? ParentId { get; private set; }

    /// <summary>Codes from the root joined by '/'.</summary>
    public string Path { get; private set; } = "";

    /// <summary>First day of the unit.</summary>
    public required DateOnly ValidFrom { get; set; }

    /// <summary>First day on which the unit no longer exists; null while it does.</summary>
    public DateOnly? ValidTo { get; set; }

    public string SearchText { get; private set; } = "";

    public string[] SearchBeginnings { get; private set; } = [];

    public long Version { get; private set; } = 1;

    public string District => UnitPath.District(Path);

    /// <summary>Directly below the city: its code becomes a partition key.</summary>
    public bool IsDistrict => Path.AsSpan().Count('/') == 1;

    /// <summary>What the refusal of a path that is too long names.</summary>
    public (string Name, object? Value)[] PathLength() => [("length", Path.Length), ("max", MaxPath)];

    /// <param name="parent">Null only for the root.</param>
    public static Unit Create(string code, string name, string shortName, string type, Unit? parent, DateOnly validFrom) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Code = code,
            Name = name,
            ShortName = shortName,
            Type = type,
            ParentId = parent?.Id,
            Path = parent is null ? code : $"{parent.Path}/{code}",
            ValidFrom = validFrom,
            SearchText = Fold(name, shortName, code),
        };

    /// <summary>Takes over what may change after the creation.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Change(string name, string shortName, string type, DateOnly validFrom)
    {
        if ((Name, ShortName, Type, ValidFrom) == (name, shortName, type, validFrom))
        {
            return false;
        }

        (Name, ShortName, Type, ValidFrom) = (name, shortName, type, validFrom);
        SearchText = Fold(name, shortName, Code);
        Version++;
        return true;
    }

    /// <summary>Hangs the unit below another; its descendants follow by <see cref="FollowParent"/>.</summary>
    public void MoveBelow(Unit parent)
    {
        ParentId = parent.Id;
        Path = $"{parent.Path}/{Code}";
        Version++;
    }

    /// <summary>Takes the path that the parent has now.</summary>
    public void FollowParent(Unit parent)
    {
        Path = $"{parent.Path}/{Code}";
        Version++;
    }

    /// <summary>The unit no longer exists from the day on; it keeps its last name and place.</summary>
    public void End(DateOnly on)
    {
        ValidTo = on;
        Version++;
    }

    /// <summary>What the others are told about the creation, in the order in which they need to hear it.</summary>
    public IEnumerable<CampaignEvent> Created()
    {
        if (IsDistrict)
        {
            // in the city's partition, where everybody listens already
            yield return Registered();
        }

        yield return Changed();
    }

    public DistrictRegistered Registered() =>
        new()
        {
            District = Districts.City,
            AggregateId = Id,
            Version = Version,
            Code = Code,
            Name = Name,
        };

    public UnitChanged Changed() =>
        new()
        {
            District = District,
            AggregateId = Id,
            Version = Version,
            Code = Code,
            Name = Name,
            ShortName = ShortName,
            Type = Type,
            ParentId = ParentId,
            Path = Path,
            ValidFrom = ValidFrom,
            ValidTo = ValidTo,
        };

    internal static void Configure(EntityTypeBuilder<Unit> unit)
    {
        unit.ToTable("units");
        unit.Property(u => u.Id).ValueGeneratedNever();
        unit.Property(u => u.Code).HasMaxLength(UnitCode.MaxLength);
        unit.Property(u => u.Name).HasMaxLength(MaxName);
        unit.Property(u => u.ShortName).HasMaxLength(MaxShortName);
        unit.Property(u => u.Type).HasMaxLength(40);
        unit.Property(u => u.Path).IsUnitPath();
        unit.Property(u => u.Version).IsConcurrencyToken();
        unit.Ignore(u => u.District).Ignore(u => u.IsDistrict);
        unit.HasOne<Unit>().WithMany().HasForeignKey(u => u.ParentId).OnDelete(DeleteBehavior.Restrict);
        unit.HasSearchBeginnings(u => u.SearchBeginnings);
        unit.HasIndex(u => u.Code).IsUnique();
        unit.HasIndex(u => u.SearchBeginnings).HasMethod("gin");
        unit.HasIndex(u => u.Path).IsUnique();
        unit.HasIndex(u => new { u.ParentId, u.Path });
        // one tree: a second root finds the place taken
        unit.HasIndex(u => u.ParentId, "ix_units_one_root").IsUnique().AreNullsDistinct(false).HasFilter("parent_id is null");
    }

    private static string Fold(string name, string shortName, string code) => Texts.SearchText.Fold(name, shortName, code);
}
