using Campaign.Api.Problems;

namespace Campaign.Api.City;

/// <summary>Reasons for which City refuses a request, and what can be wrong with its fields.</summary>
public static class CityProblems
{
    /// <summary>Params <c>districts</c>.</summary>
    public static readonly ProblemType FiguresOfYourDistricts = new("figures-of-your-districts", 403);

    /// <summary>Params <c>years</c>.</summary>
    public static readonly FieldCode PeriodTooLong = new("period-too-long");
}
