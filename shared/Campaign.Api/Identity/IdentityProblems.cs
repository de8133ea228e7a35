namespace Campaign.Api.Identity;

/// <summary>Reasons for which Identity refuses a request, and what can be wrong with its fields.</summary>
public static class IdentityProblems { }
