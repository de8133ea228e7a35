using Campaign.Sessions.Attendance;

namespace Campaign.Session.Tests.Rules;

/// <summary>Catalogues as a test needs them; those that are shipped are tested with the service.</summary>
internal static class Books
{
    public static readonly DateOnly Day = new(2022, 3, 1);

    public static StatusBook Statuses { get; } =
        new([
            Row("present", "present"),
            Row("late", "present", minutes: true),
            Row("left-early", "present", minutes: true),
            Row("excused", "excused", reason: true),
            Row("absent", "absent"),
            Row("past", "present", validTo: new DateOnly(2022, 1, 1)),
        ]);

    private static AttendanceStatus Row(
        string code,
        string countsAs,
        bool minutes = false,
        bool reason = false,
        DateOnly? validTo = null
    ) =>
        new()
        {
            Code = code,
            Name = code,
            CountsAs = countsAs,
            Usual = code == countsAs,
            TakesMinutes = minutes,
            NeedsReason = reason,
            Position = 1,
            ValidFrom = new DateOnly(2011, 1, 1),
            ValidTo = validTo,
            Source = "test",
            Verified = false,
        };
}
