namespace Campaign.Api.Session;

/// <summary>Reasons for which Session refuses a request, and what can be wrong with its fields.</summary>
public static class SessionProblems { }
