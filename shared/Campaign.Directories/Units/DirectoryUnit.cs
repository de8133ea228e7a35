using Campaign.Hosting.Database;
using Campaign.ServiceDefaults.Audit;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Directories.Units;

/// <summary>A service's copy of a unit, as last heard from Organization.</summary>
[NotAudited]
public sealed class DirectoryUnit : IDated
{
    public required Guid Id { get; init; }
    public required string Code { get; init; }
    public required string Name { get; set; }
    public required string ShortName { get; set; }

    /// <summary>One of <see cref="Contracts.UnitTypes"/>.</summary>
    public required string Type { get; set; }

    public Guid? ParentId { get; set; }
    public required string Path { get; set; }
    public required string District { get; set; }
    public required DateOnly ValidFrom { get; set; }
    public DateOnly? ValidTo { get; set; }

    /// <summary>The unit that goes on in this one's place, once it ended.</summary>
    public Guid? SuccessorId { get; set; }

    /// <summary>Of the unit in Organization; older news is ignored.</summary>
    public required long Version { get; set; }

    internal static void Configure(EntityTypeBuilder<DirectoryUnit> unit)
    {
        unit.ToTable("unit_directory");
        unit.Property(u => u.Id).ValueGeneratedNever();
        unit.Property(u => u.Code).HasMaxLength(60);
        unit.Property(u => u.Name).HasMaxLength(300);
        unit.Property(u => u.ShortName).HasMaxLength(100);
        unit.Property(u => u.Type).HasMaxLength(40);
        unit.Property(u => u.Path).IsUnitPath();
        unit.Property(u => u.District).HasMaxLength(60);
        unit.HasIndex(u => u.Path);
    }
}
