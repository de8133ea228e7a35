namespace Campaign.Sessions.Attendance;

/// <summary>What an attendance status counts as. Every figure is one of these, so a status may be added as data, a meaning may not.</summary>
public static class Meanings
{
    public const string Present = "present";
    public const string Excused = "excused";
    public const string Absent = "absent";

    public static readonly IReadOnlyList<string> All = [Present, Excused, Absent];
}
