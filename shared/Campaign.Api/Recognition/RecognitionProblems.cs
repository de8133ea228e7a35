namespace Campaign.Api.Recognition;

/// <summary>Reasons for which Recognition refuses a request, and what can be wrong with its fields.</summary>
public static class RecognitionProblems { }
