using Campaign.Api.Problems;
using Campaign.Hosting.Problems;
using Campaign.Time;

namespace Campaign.Directives;

/// <summary>Days are days in Hà Nội, whatever the server's clock is set to.</summary>
internal static class Calendar
{
    /// <summary>The day something happened: today, or an earlier one when it is entered afterwards from paper.</summary>
    /// <exception cref="Problem"><c>invalid-request</c>: the day lies in the future.</exception>
    public static DateOnly DayOf(this TimeProvider time, DateOnly? on)
    {
        var today = time.Today();
        Problem.Unless(on is null || on <= today, "on", FieldCodes.TooLate, ("latest", today));
        return on ?? today;
    }
}
