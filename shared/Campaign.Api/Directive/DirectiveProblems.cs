namespace Campaign.Api.Directive;

/// <summary>Reasons for which Directive refuses a request, and what can be wrong with its fields.</summary>
public static class DirectiveProblems { }
