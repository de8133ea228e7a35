using Campaign.Hosting.Problems;
using Campaign.ServiceDefaults.Catalogues;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Sessions.Scheduling;

/// <summary>How people come together, dated like the kinds.</summary>
public sealed class SessionForm : ICatalogueRow
{
    public const int MaxCode = 20;

    public required string Code { get; init; }

    /// <summary>Vietnamese.</summary>
    public required string Name { get; init; }

    public string? EnglishName { get; init; }

    /// <summary>Order in lists, from 1.</summary>
    public required int Position { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>First day on which it is no longer in use.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The document or custom that it rests on.</summary>
    public required string Source { get; init; }

    /// <summary>Whether somebody checked the row against its source.</summary>
    public required bool Verified { get; init; }

    internal static SessionForm[] Shipped =>
        [Row(1, "in-room", "Trực tiếp", "In the room"), Row(2, "online", "Trực tuyến", "Online"), Row(3, "hybrid", "Kết hợp", "Both")];

    internal static void Configure(EntityTypeBuilder<SessionForm> form)
    {
        form.ToTable("session_forms");
        form.HasKey(f => new { f.Code, f.ValidFrom });
        form.Property(f => f.Code).HasMaxLength(MaxCode);
        form.Property(f => f.Name).HasMaxLength(100);
        form.Property(f => f.EnglishName).HasMaxLength(100);
        form.Property(f => f.Source).HasMaxLength(300);
    }

    // custom: no document names a closed list, hence one early date for all, and unverified
    private static SessionForm Row(int position, string code, string name, string englishName) =>
        new()
        {
            Code = code,
            Name = name,
            EnglishName = englishName,
            Position = position,
            ValidFrom = new DateOnly(2011, 1, 1),
            Source = "Thông lệ",
            Verified = false,
        };
}

public static class SessionFormCatalogue
{
    /// <summary>The code; throws <c>invalid-request</c> unless the form is in use on the day.</summary>
    public static async Task<string> FormAsync(this SessionDb database, string? code, DateOnly day, CancellationToken ct) =>
        Problem.OneOf(
            code,
            "plan.form",
            await database.Forms.AsNoTracking().On(day).OrderBy(form => form.Position).Select(form => form.Code).ToListAsync(ct)
        );
}
