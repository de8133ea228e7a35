using Campaign.Api.Problems;
using Campaign.Hosting.Requests;
using Campaign.Hosting.Telemetry;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Campaign.Hosting.Problems;

/// <summary>Turns exceptions into problem details; what is not foreseen becomes <c>internal-error</c> and is logged.</summary>
internal sealed class ProblemHandler(IProblemDetailsService problems, ILogger<ProblemHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        var problem = exception is BadHttpRequestException bad ? await WrongRequest.ExplainAsync(bad, context) : Translate(exception);
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

            problem = new Problem(SharedProblems.InternalError);
        }

        context.Response.StatusCode = problem.Status;
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = "5";
        }

        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = Details(problem) });
    }

    private static ProblemDetails Details(Problem problem)
    {
        var details = new ProblemDetails
        {
            Status = problem.Status,
            Type = problem.Type.Urn,
            Detail = problem.Message,
        };
        if (problem.Parameters.Count > 0)
        {
            details.Extensions["params"] = problem.Parameters;
        }

        if (problem.Errors.Count > 0)
        {
            details.Extensions["errors"] = problem.Errors;
        }

        foreach (var (name, value) in problem.Extensions)
        {
            details.Extensions[name] = value;
        }

        return details;
    }

    private static Problem? Translate(Exception exception) =>
        exception switch
        {
            Problem problem => problem,
            DbUpdateConcurrencyException => Etags.Changed(),
            DbUpdateException
            {
                InnerException: PostgresException
                {
                    SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ExclusionViolation
                } unique
            } => new Problem(SharedProblems.AlreadyExists, ("constraint", unique.ConstraintName)),
            PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter }
            or {
                InnerException: PostgresException
                {
                    SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter
                }
            } => Problem.Invalid("", FieldCodes.NulCharacter),
            NpgsqlException { IsTransient: true } or { InnerException: NpgsqlException { IsTransient: true } } or TimeoutException =>
                new Problem(SharedProblems.DatabaseUnavailable),
            _ => null,
        };
}
