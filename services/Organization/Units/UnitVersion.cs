using Campaign.Hosting.Database;
using Campaign.ServiceDefaults.Audit;
using Campaign.ServiceDefaults.Search;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Organization.Units;

/// <summary>
/// What a unit was called and where it hung from a day until another: the tree of any past day is the versions of that day. Follows
/// its unit, whose changes are audited.
/// </summary>
[NotAudited]
public sealed class UnitVersion : IDated
{
    public required Guid UnitId { get; init; }
    public required DateOnly ValidFrom { get; init; }

    /// <summary>First day on which the version no longer holds; null while it does.</summary>
    public DateOnly? ValidTo { get; init; }

    public required string Name { get; init; }
    public required string ShortName { get; init; }
    public required string Type { get; init; }
    public Guid? ParentId { get; init; }
    public required string Path { get; init; }
    public required string SearchText { get; init; }
    public string[] SearchBeginnings { get; private init; } = [];

    /// <summary>The decision that brought it; null for the first.</summary>
    public Guid? DecisionId { get; init; }

    /// <summary>The first version of a new unit.</summary>
    public static UnitVersion Of(Unit unit) =>
        new()
        {
            UnitId = unit.Id,
            ValidFrom = unit.ValidFrom,
            ValidTo = unit.ValidTo,
            Name = unit.Name,
            ShortName = unit.ShortName,
            Type = unit.Type,
            ParentId = unit.ParentId,
            Path = unit.Path,
            SearchText = unit.SearchText,
        };

    internal static void Configure(EntityTypeBuilder<UnitVersion> version)
    {
        version.ToTable("unit_versions");
        version.HasKey(v => new { v.UnitId, v.ValidFrom });
        version.Property(v => v.Name).HasMaxLength(Unit.MaxName);
        version.Property(v => v.ShortName).HasMaxLength(Unit.MaxShortName);
        version.Property(v => v.Type).HasMaxLength(40);
        version.Property(v => v.Path).IsUnitPath();
        version.HasOne<Unit>().WithMany().HasForeignKey(v => v.UnitId).OnDelete(DeleteBehavior.Cascade);
        version.HasSearchBeginnings(v => v.SearchBeginnings);
        version.HasIndex(v => v.Path);
        version.HasIndex(v => new { v.ParentId, v.Path });
    }
}

internal static class UnitVersions
{
    /// <summary>From <paramref name="on"/> the units are what their rows say now; what ended has no version from then on.</summary>
    public static async Task TurnAsync(this OrganizationDb db, Guid[] units, DateOnly on, Guid decision, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            delete from unit_versions where unit_id = any({units}) and valid_to is null and valid_from = {on};
            update unit_versions set valid_to = {on} where unit_id = any({units}) and valid_to is null;
            insert into unit_versions (unit_id, valid_from, valid_to, name, short_name, type, parent_id, path, search_text, decision_id)
            select id, {on}, null, name, short_name, type, parent_id, path, search_text, {decision}
            from units where id = any({units}) and valid_to is null
            """,
            ct
        );

    /// <summary>A mistake was corrected: it never was otherwise since the last decision.</summary>
    public static async Task CorrectAsync(this OrganizationDb db, Guid[] units, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            update unit_versions v set name = u.name, short_name = u.short_name, type = u.type, search_text = u.search_text,
                valid_from = case when v.decision_id is null then u.valid_from else v.valid_from end
            from units u where u.id = v.unit_id and u.id = any({units}) and v.valid_to is null
            """,
            ct
        );
}
