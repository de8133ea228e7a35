using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.City.RollUps;

/// <summary>One running total: a campaign's figure of one name in one district and quarter, split by a key.</summary>
[NotAudited]
public sealed class Figure
{
    public required string District { get; init; }

    public required Guid CampaignId { get; init; }

    /// <summary>One of <see cref="FigureNames"/>.</summary>
    public required string Name { get; init; }

    /// <summary>0 for figures that belong to no quarter.</summary>
    public required int Year { get; init; }

    /// <summary>1–4; 0 for figures of a year or of the whole campaign.</summary>
    public required int Quarter { get; init; }

    /// <summary>Session kind, topic, rank …; empty where the figure is not split.</summary>
    public required string Key { get; init; }

    public long Value { get; init; }

    internal static void Configure(EntityTypeBuilder<Figure> figure)
    {
        figure.ToTable("figures");
        figure.HasKey(f => new
        {
            f.CampaignId,
            f.District,
            f.Name,
            f.Year,
            f.Quarter,
            f.Key,
        });
        figure.Property(f => f.District).HasMaxLength(60);
        figure.Property(f => f.Name).HasMaxLength(40);
        figure.Property(f => f.Key).HasMaxLength(300);
    }
}

/// <summary>The figures that City keeps.</summary>
internal static class FigureNames
{
    public const string Directives = "directives";
    public const string Assignments = "assignments";
    public const string Acknowledged = "acknowledged";
    public const string Completed = "completed";
    public const string CompletedOnTime = "completed-on-time";

    /// <summary>Past the due day and not complete now.</summary>
    public const string Overdue = "overdue";

    public const string UnitsAddressed = "units-addressed";
    public const string UnitsReached = "units-reached";
    public const string SessionsScheduled = "sessions-scheduled";

    /// <summary>By quarter and kind, as are expected and attendance.</summary>
    public const string SessionsHeld = "sessions-held";

    public const string Expected = "expected";
    public const string Attendance = "attendance";

    /// <summary>Sessions held, by topic.</summary>
    public const string Topics = "topics";

    public const string CheckedIn = "checked-in";

    /// <summary>By year; the key is subject kind and rank, <c>member/excellent</c>.</summary>
    public const string Reviews = "reviews";

    public const string Nominations = "nominations";
    public const string Awards = "awards";

    /// <summary>By group: the unit two levels below the city that the unit belongs to (a district's ward).</summary>
    public const string GroupAssignments = "group-assignments";
    public const string GroupCompleted = "group-completed";
    public const string GroupSessions = "group-sessions";
    public const string GroupExpected = "group-expected";
    public const string GroupAttendance = "group-attendance";
}
