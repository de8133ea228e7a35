namespace Campaign.Api.City;

/// <summary>Reasons for which City refuses a request, and what can be wrong with its fields.</summary>
public static class CityProblems { }
