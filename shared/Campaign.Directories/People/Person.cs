using Campaign.Hosting.Database;
using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Directories.People;

/// <summary>A service's copy of a member, as last heard from Organization: the name, the unit, and whether they are active.</summary>
[NotAudited]
public sealed class Person
{
    public required Guid Id { get; init; }
    public required string FullName { get; init; }
    public required Guid UnitId { get; init; }
    public required string UnitPath { get; init; }
    public required string District { get; init; }

    /// <summary>One of <see cref="Contracts.MemberStatuses"/>.</summary>
    public required string Status { get; init; }

    /// <summary>Of the member in Organization; older news is ignored.</summary>
    public required long Version { get; init; }

    public static void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("members");
        person.Property(p => p.Id).ValueGeneratedNever();
        person.Property(p => p.FullName).HasMaxLength(200);
        person.Property(p => p.UnitPath).IsUnitPath();
        person.Property(p => p.District).HasMaxLength(60);
        person.Property(p => p.Status).HasMaxLength(20);
        person.HasIndex(p => p.UnitPath);
    }
}
