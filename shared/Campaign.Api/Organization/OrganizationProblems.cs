namespace Campaign.Api.Organization;

/// <summary>Reasons for which Organization refuses a request, and what can be wrong with its fields.</summary>
public static class OrganizationProblems { }
