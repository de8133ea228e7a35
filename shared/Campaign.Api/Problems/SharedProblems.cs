namespace Campaign.Api.Problems;

/// <summary>Reasons that every service may have.</summary>
public static class SharedProblems
{
    /// <summary>Carries <c>errors</c>, one for each field that is wrong.</summary>
    public static readonly ProblemType InvalidRequest = new("invalid-request", 400);

    public static readonly ProblemType SignInNeeded = new("sign-in-needed", 401);
    public static readonly ProblemType NotAllowed = new("not-allowed", 403);
    public static readonly ProblemType OutsideYourUnits = new("outside-your-units", 403);
    public static readonly ProblemType WholeCityOnly = new("whole-city-only", 403);

    /// <summary>The caller's posts do not cover the districts asked for; params <c>districts</c>.</summary>
    public static readonly ProblemType LogOfYourDistricts = new("log-of-your-districts", 403);

    /// <summary>Params <c>what</c>, an English noun.</summary>
    public static readonly ProblemType NotFound = new("not-found", 404);

    /// <summary>Params <c>catalogue</c>, <c>known</c>.</summary>
    public static readonly ProblemType NoSuchCatalogue = new("no-such-catalogue", 404);

    public static readonly ProblemType MethodNotAllowed = new("method-not-allowed", 405);

    /// <summary>Params <c>constraint</c>.</summary>
    public static readonly ProblemType AlreadyExists = new("already-exists", 409);

    public static readonly ProblemType DoneAlready = new("done-already", 409);
    public static readonly ProblemType VersionChanged = new("version-changed", 412);
    public static readonly ProblemType BodyTooLarge = new("body-too-large", 413);
    public static readonly ProblemType UnsupportedMediaType = new("unsupported-media-type", 415);
    public static readonly ProblemType IdempotencyKeyReused = new("idempotency-key-reused", 422);
    public static readonly ProblemType IfMatchNeeded = new("if-match-needed", 428);
    public static readonly ProblemType InternalError = new("internal-error", 500);
    public static readonly ProblemType DatabaseUnavailable = new("database-unavailable", 503);
    public static readonly ProblemType IdentityUnavailable = new("identity-unavailable", 503);
    public static readonly ProblemType Starting = new("starting", 503);
}
