using Campaign.Defaults.Problems;

namespace Campaign.Identity.Keys;

/// <summary>Answers 503 until the signing keys are read, so that nothing is signed or checked with any other key.</summary>
internal sealed class NotReadyGate(RequestDelegate next, SigningKeyRing ring)
{
    public Task InvokeAsync(HttpContext context) =>
        ring.IsReady || context.Request.Path.Value is "/health" or "/alive"
            ? next(context)
            : throw new Problem("starting", 503, "Identity is starting or its database is away. Try again in a few seconds.");
}
