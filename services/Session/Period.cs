using Campaign.Api.Problems;
using Campaign.Hosting.Problems;

namespace Campaign.Sessions;

/// <summary>The days that a list or a report is asked about.</summary>
internal static class Period
{
    private static readonly DateOnly s_first = new(1901, 1, 1);
    private static readonly DateOnly s_last = new(2999, 12, 31);

    /// <param name="from">First day.</param>
    /// <param name="to">Last day, included.</param>
    /// <param name="most">How many days.</param>
    /// <exception cref="Problem"><c>invalid-request</c>.</exception>
    public static void Demand(DateOnly from, DateOnly to, int? most = null)
    {
        Problem.Unless(from >= s_first, nameof(from), FieldCodes.TooEarly, ("earliest", s_first));
        Problem.Unless(to >= from, nameof(to), FieldCodes.EndBeforeStart, ("start", nameof(from)));
        Problem.Unless(from <= s_last, nameof(from), FieldCodes.TooLate, ("latest", s_last));
        var latest = most is { } days ? from.AddDays(days - 1) : s_last;
        Problem.Unless(to <= latest, nameof(to), FieldCodes.TooLate, ("latest", latest));
    }
}
