using System.Diagnostics;
using Campaign.Hosting.Telemetry;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Campaign.Hosting.Problems;

/// <summary>Turns exceptions into problem details; what is not foreseen becomes <c>internal-error</c> and is logged.</summary>
internal sealed class ProblemHandler(IProblemDetailsService problems, ILogger<ProblemHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        var problem = Translate(exception);
        if (problem is null)
        {
            if (context.RequestAborted.IsCancellationRequested)
            {
                return true;
            }

            // the exception has left the middleware's scope behind
            using (DistrictScope.Begin(logger, context))
            {
                logger.LogError(exception, "Request failed");
            }

            problem = new Problem(
                "internal-error",
                500,
                "Something went wrong here; nothing was changed. Try again, and tell the operator the trace id if it stays."
            );
        }

        context.Response.StatusCode = problem.Status;
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = "5";
        }

        var details = new ProblemDetails
        {
            Status = problem.Status,
            Type = ProblemExtensions.TypeOf(problem.Slug),
            Detail = problem.Message,
        };
        foreach (var (name, value) in problem.Extensions)
        {
            details.Extensions[name] = value;
        }

        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = details });
    }

    private static Problem? Translate(Exception exception) =>
        exception switch
        {
            Problem problem => problem,
            BadHttpRequestException { StatusCode: 413 } => new Problem("body-too-large", 413, ProblemExtensions.TooLarge),
            BadHttpRequestException { StatusCode: 415 } => new Problem("unsupported-media-type", 415, "Send application/json."),
            BadHttpRequestException bad => Problem.Invalid(BadRequests.Explain(bad)),
            DbUpdateConcurrencyException => Etags.Changed(),
            DbUpdateException
            {
                InnerException: PostgresException
                {
                    SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ExclusionViolation
                } unique
            } => Problem.Conflict(
                "already-exists",
                $"This already exists ({unique.ConstraintName}). Look it up instead of creating it again."
            ),
            PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter }
            or {
                InnerException: PostgresException
                {
                    SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter
                }
            } => Problem.Invalid(Problem.NulInText),
            NpgsqlException { IsTransient: true } or { InnerException: NpgsqlException { IsTransient: true } } or TimeoutException =>
                new Problem(
                    "database-unavailable",
                    503,
                    "The database does not answer at the moment. Send the same again in a few seconds, under the same "
                        + "Idempotency-Key: nothing is done twice."
                ),
            _ => null,
        };
}

public static class ProblemExtensions
{
    internal const string TooLarge = "The request is larger than this address takes. Send less at once; the API document says how much.";

    public static string TypeOf(string slug) => $"urn:campaign:problem:{slug}";

    /// <summary>The id under which logs, audit and traces have the request; the framework would write the whole traceparent.</summary>
    public static void NameTrace(ProblemDetailsContext context) =>
        context.ProblemDetails.Extensions["traceId"] = Activity.Current?.TraceId.ToString() ?? context.HttpContext.TraceIdentifier;

    internal static IServiceCollection AddProblems(this IServiceCollection services)
    {
        services.AddProblemDetails(options =>
            options.CustomizeProblemDetails = context =>
            {
                var details = context.ProblemDetails;
                NameTrace(context);
                if (details.Type?.StartsWith("urn:campaign:", StringComparison.Ordinal) == true)
                {
                    return;
                }

                // answers that the framework gave on its own: no token, no permission, no such route
                (details.Type, details.Detail) = context.HttpContext.Response.StatusCode switch
                {
                    401 => (TypeOf("sign-in-needed"), "Sign in, or send a valid access token."),
                    403 => (TypeOf("not-allowed"), "Your posts do not allow this. Ask an officer of the unit."),
                    404 => (TypeOf("not-found"), details.Detail ?? "There is nothing at this address."),
                    405 => (TypeOf("method-not-allowed"), "This address does not take this method."),
                    413 => (TypeOf("body-too-large"), TooLarge),
                    415 => (TypeOf("unsupported-media-type"), "Send application/json."),
                    _ => (TypeOf("invalid-request"), details.Detail ?? "The request could not be read. Check it against the API document."),
                };
            }
        );
        services.AddExceptionHandler<ProblemHandler>();
        // so that the answer names the field that could not be read
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        return services;
    }
}
