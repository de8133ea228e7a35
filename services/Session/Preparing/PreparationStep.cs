using Campaign.ServiceDefaults.Audit;
using Campaign.ServiceDefaults.Catalogues;
using Campaign.Sessions.Scheduling;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Sessions.Preparing;

/// <summary>A step of preparing a session, dated: a session is prepared by the steps in use on its day.</summary>
public sealed class PreparationStep : ICatalogueRow
{
    private const string Custom = "Thông lệ";
    private const string Guidance = "Hướng dẫn 12-HD/BTCTW, 2018";

    public const int MaxCode = 40;

    public required string Code { get; init; }

    /// <summary>Vietnamese, as in the checklist.</summary>
    public required string Name { get; init; }

    public string? EnglishName { get; init; }

    /// <summary>Order in the list, from 1.</summary>
    public required int Position { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>First day on which it is no longer in use.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The document or custom that it rests on.</summary>
    public required string Source { get; init; }

    /// <summary>Whether somebody checked the row against its source.</summary>
    public required bool Verified { get; init; }

    /// <summary>In use on the day, in order.</summary>
    public static Task<List<PreparationStep>> OnAsync(DateOnly day, SessionDb database, CancellationToken ct) =>
        database.PreparationSteps.AsNoTracking().On(day).OrderBy(step => step.Position).ToListAsync(ct);

    internal static PreparationStep[] Shipped =>
        [
            Row(
                1,
                "content-drafted",
                "Bí thư hoặc phó bí thư chuẩn bị nội dung",
                "The secretary or deputy secretary prepares the content",
                Guidance
            ),
            Row(
                2,
                "committee-met",
                "Chi ủy họp trước, thống nhất nội dung (nơi không có chi ủy: bí thư, phó bí thư hội ý)",
                "The cell committee meets beforehand and agrees on the content (where there is none: secretary and deputy confer)",
                Guidance
            ),
            Row(3, "resolution-drafted", "Có dự thảo nghị quyết hoặc kết luận", "A resolution or conclusion is drafted", Guidance),
            Row(
                4,
                "documents-sent",
                "Gửi tài liệu, thông báo trước cho đảng viên",
                "Documents and notice are sent to the members beforehand",
                Custom
            ),
            Row(
                5,
                "place-prepared",
                "Chuẩn bị địa điểm, thiết bị, danh sách ký tên",
                "Place, equipment and sign-in sheet are prepared",
                Custom
            ),
        ];

    internal static void Configure(EntityTypeBuilder<PreparationStep> step)
    {
        step.ToTable("preparation_steps");
        step.HasKey(s => new { s.Code, s.ValidFrom });
        step.Property(s => s.Code).HasMaxLength(MaxCode);
        step.Property(s => s.Name).HasMaxLength(300);
        step.Property(s => s.EnglishName).HasMaxLength(300);
        step.Property(s => s.Source).HasMaxLength(300);
    }

    // in use before the documents that describe them, hence one early date for all, and unverified
    private static PreparationStep Row(int position, string code, string name, string englishName, string source) =>
        new()
        {
            Code = code,
            Name = name,
            EnglishName = englishName,
            Position = position,
            ValidFrom = new DateOnly(2011, 1, 1),
            Source = source,
            Verified = false,
        };
}

/// <summary>A step was seen to, by whom and when; taken back, the row goes.</summary>
/// <remarks>Not audited: the row says who ticked it; what is taken back is audited by the service.</remarks>
[NotAudited]
public sealed class TickedStep
{
    public required Guid SessionId { get; init; }

    public required string Code { get; init; }

    /// <summary>Account.</summary>
    public required string By { get; init; }

    public required string ByName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    internal static void Configure(EntityTypeBuilder<TickedStep> ticked)
    {
        ticked.ToTable("ticked_steps");
        ticked.HasKey(t => new { t.SessionId, t.Code });
        ticked.Property(t => t.Code).HasMaxLength(PreparationStep.MaxCode);
        ticked.Property(t => t.By).HasMaxLength(100);
        ticked.Property(t => t.ByName).HasMaxLength(200);
        ticked.HasOne<Session>().WithMany().HasForeignKey(t => t.SessionId);
    }
}
