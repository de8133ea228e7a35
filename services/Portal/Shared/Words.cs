using System.Globalization;
using System.Net;
using Campaign.Api;
using Campaign.Api.Imports;
using Campaign.Api.Problems;
using Campaign.Contracts;
using Campaign.Time;
using Microsoft.Extensions.Localization;

namespace Campaign.Portal.Shared;

/// <summary>What every page says: shared words, names of codes, days and times, and sentences for what went wrong.</summary>
public sealed class Words(IStringLocalizer<SharedText> text, IStringLocalizer<CodeText> codes, IStringLocalizer<ProblemTexts> problems)
{
    public string this[string key] => text[key];

    public string this[string key, params object[] arguments] => text[key, arguments];

    /// <summary>The name of a code in a catalogue, e.g. <c>rank</c>, <c>excellent</c>; the code itself when it is new.</summary>
    public string Code(string catalogue, string? code) =>
        code is null ? ""
        : codes[$"{catalogue}.{code}"] is { ResourceNotFound: false } name ? name.Value
        : code;

    /// <summary>The sentence of a finding's code; null when the code is new.</summary>
    public string? Finding(Finding finding) =>
        codes[$"finding.{finding.Code}"] is { ResourceNotFound: false } sentence
            ? string.Format(CultureInfo.CurrentCulture, sentence.Value, finding.About)
            : null;

    public static string Number(decimal value) =>
        value.ToString(value == decimal.Truncate(value) ? "N0" : "N1", CultureInfo.CurrentCulture);

    public static string Percent(decimal value) => $"{value.ToString("0.#", CultureInfo.CurrentCulture)} %";

    public static string Day(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.CurrentCulture) ?? "–";

    /// <summary>Date and time in Hanoi.</summary>
    public static string Time(DateTimeOffset time) => OfficeDay.ClockAt(time).ToString($"{DayFormat} HH:mm", CultureInfo.CurrentCulture);

    /// <summary>Hours, minutes and seconds in Hanoi.</summary>
    public static string Clock(DateTimeOffset time) => OfficeDay.ClockAt(time).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The moment at which the clock in Hanoi shows this time.</summary>
    public static DateTimeOffset InHanoi(DateTime local) => OfficeDay.InstantOf(local);

    public static DateTime HanoiNow(TimeProvider time) => OfficeDay.ClockAt(time.GetUtcNow());

    /// <summary>A sentence that says what happened and what to do; for fields that are wrong, one each.</summary>
    public string Problem(Exception exception) =>
        exception is ApiException { Errors: { Count: > 0 } errors }
            ? string.Join(" ", errors.Select(Problem))
            : Known(exception) ?? problems["other"].Value;

    /// <summary>The sentence of a field that is wrong.</summary>
    public static string Problem(FieldError error) => ProblemSentences.OfField(error, CultureInfo.CurrentUICulture) ?? error.Detail;

    /// <summary>The sentence of a mistake in a file.</summary>
    public static string Problem(ImportError error) => ProblemSentences.OfMistake(error, CultureInfo.CurrentUICulture) ?? error.Detail;

    /// <summary>Why something that ran by itself failed.</summary>
    public string Problem(ProblemView problem) =>
        Problem(new ApiException(HttpStatusCode.Conflict, problem.Type, problem.Detail, problem.Params, problem.Errors));

    /// <summary>What the service says of a problem that is not known here yet, in English; null where the sentence says it all.</summary>
    public string? ProblemDetail(Exception exception) =>
        exception is ApiException { Errors.Count: 0 } api && Known(exception) is null ? api.Message : null;

    private string? Known(Exception exception)
    {
        var slug = Slug(exception);
        var parameters = (exception as ApiException)?.Parameters ?? new Dictionary<string, object?>();
        return ProblemSentences.OfProblem(slug, parameters, CultureInfo.CurrentUICulture)
            ?? (problems[slug] is { ResourceNotFound: false } own ? own.Value : null);
    }

    public static bool NeedsSignIn(Exception exception) => exception is ApiException { Status: HttpStatusCode.Unauthorized };

    /// <summary>Whether it is something that a page shows and lives on; anything else is a defect.</summary>
    public static bool IsExpected(Exception exception) =>
        exception is ApiException or HttpRequestException or TaskCanceledException or System.Text.Json.JsonException;

    private static string DayFormat => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "vi" ? "dd/MM/yyyy" : "d MMM yyyy";

    private static string Slug(Exception exception) =>
        exception switch
        {
            ApiException { Type: var type } when type.StartsWith(ProblemType.Prefix, StringComparison.Ordinal) => type[
                ProblemType.Prefix.Length..
            ],
            ApiException { Status: HttpStatusCode.Unauthorized } => "sign-in-needed",
            ApiException { Status: HttpStatusCode.Forbidden } => "not-allowed",
            ApiException { Status: HttpStatusCode.NotFound } => "not-found",
            ApiException { Status: HttpStatusCode.TooManyRequests } => "too-many-requests",
            ApiException { Status: >= HttpStatusCode.InternalServerError } => "service-unavailable",
            TaskCanceledException => "timeout",
            HttpRequestException => "service-unavailable",
            _ => "other",
        };
}
