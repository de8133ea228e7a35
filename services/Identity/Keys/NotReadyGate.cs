using Campaign.Api.Problems;

namespace Campaign.Identity.Keys;

/// <summary>Answers 503 until the signing keys are read, so that nothing is signed or checked with any other key.</summary>
internal sealed class NotReadyGate(RequestDelegate next, SigningKeyRing ring)
{
    public Task InvokeAsync(HttpContext context) =>
        ring.IsReady || context.Request.Path.Value is "/health" or "/alive" ? next(context) : RefuseAsync(context);

    // runs before the common middleware: nobody there would turn an exception into an answer
    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "5";
        return TypedResults
            .Problem(
                ProblemSentences.InEnglish(SharedProblems.Starting, new Dictionary<string, object?>()),
                statusCode: StatusCodes.Status503ServiceUnavailable,
                type: SharedProblems.Starting.Urn
            )
            .ExecuteAsync(context);
    }
}
