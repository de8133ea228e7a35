using Campaign.Api.Recognition;
using Campaign.Hosting.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Recognition.Councils;

/// <summary>Who votes on the nominations of a unit and of the units below it.</summary>
public sealed class Council
{
    public const int MinMembers = 3;
    public const int MaxMembers = 99;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; init; }
    public required Guid UnitId { get; init; }
    public required string UnitPath { get; init; }

    /// <summary>The unit as awards name it, the issuer.</summary>
    public required string UnitName { get; init; }

    /// <summary>Member ids, distinct.</summary>
    public required Guid[] MemberIds { get; init; }

    public long Version { get; set; } = 1;

    public CouncilView ToView() => new(Id, Name, UnitId, UnitPath, MemberIds, Version);

    internal static void Configure(EntityTypeBuilder<Council> council)
    {
        council.ToTable("councils");
        council.Property(c => c.Id).ValueGeneratedNever();
        council.Property(c => c.Name).HasMaxLength(200);
        council.Property(c => c.UnitPath).IsUnitPath();
        council.Property(c => c.UnitName).HasMaxLength(300);
        council.Property(c => c.Version).IsConcurrencyToken();
        council.HasIndex(c => c.UnitPath);
        council.HasIndex(c => new { c.UnitId, c.Name }).IsUnique();
    }
}
