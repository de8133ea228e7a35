using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.ServiceDefaults.Catalogues;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Directives.Requirements;

/// <summary>What completes what a unit was asked for.</summary>
public static class Completions
{
    public const string Acknowledgement = "acknowledgement";

    /// <summary>A superior looks at it.</summary>
    public const string Report = "report";

    /// <summary>A session of the kind that has the requirement's code; its minutes are the report.</summary>
    public const string Session = "session";
}

/// <summary>What a directive may ask a unit for, as of its day of issue.</summary>
public sealed class RequirementKind : CatalogueRow
{
    /// <summary>One of <see cref="Completions"/>.</summary>
    public required string Completion { get; init; }

    public override IReadOnlyDictionary<string, string> Traits =>
        new Dictionary<string, string> { [DirectiveCatalogues.Completion] = Completion };

    internal static RequirementKind[] Shipped =>
        [
            Row(1, RequirementKinds.Acknowledge, "Tiếp nhận", "Acknowledge", Completions.Acknowledgement),
            Row(2, RequirementKinds.StudyConference, "Hội nghị học tập", "Study conference", Completions.Session),
            Row(3, RequirementKinds.Plan, "Kế hoạch của đơn vị", "Plan of the unit", Completions.Report),
            Row(4, RequirementKinds.ThematicMeeting, "Sinh hoạt chuyên đề", "Thematic meeting", Completions.Session),
            Row(5, RequirementKinds.Report, "Báo cáo", "Report", Completions.Report),
        ];

    internal static void Configure(EntityTypeBuilder<RequirementKind> kind)
    {
        kind.IsCatalogue("requirement_kinds");
        kind.Property(k => k.Completion).HasMaxLength(20);
        kind.ToTable(table =>
            table.HasCheckConstraint(
                "ck_requirement_kinds_completion",
                $"completion in ('{Completions.Acknowledgement}', '{Completions.Report}', '{Completions.Session}')"
            )
        );
    }

    // asked for by every directive of such campaigns, hence one early date for all, and unverified
    private static RequirementKind Row(int position, string code, string name, string english, string completion) =>
        new()
        {
            Position = position,
            Code = code,
            Name = name,
            EnglishName = english,
            Completion = completion,
            ValidFrom = new DateOnly(2011, 1, 1),
            Source = "Chỉ thị 05-CT/TW, 15/5/2016; chưa đối chiếu",
            Verified = false,
        };
}
