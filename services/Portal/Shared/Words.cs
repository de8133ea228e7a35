using System.Globalization;
using System.Net;
using Campaign.Api;
using Campaign.Contracts;
using Campaign.Time;
using Microsoft.Extensions.Localization;

namespace Campaign.Portal.Shared;

/// <summary>What every page says: shared words, names of codes, days and times, and sentences for what went wrong.</summary>
public sealed class Words(IStringLocalizer<SharedText> text, IStringLocalizer<CodeText> codes, IStringLocalizer<ProblemTexts> problems)
{
    private const string ProblemPrefix = "urn:campaign:problem:";

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

    /// <summary>A sentence that says what happened and what to do.</summary>
    public string Problem(Exception exception) =>
        problems[Slug(exception)] is { ResourceNotFound: false } sentence ? sentence.Value : problems["other"].Value;

    /// <summary>What the service adds to it, in English; null where the sentence says it all.</summary>
    public string? ProblemDetail(Exception exception) =>
        exception is ApiException api
        && api.Status != HttpStatusCode.ServiceUnavailable
        && !api.Message.StartsWith($"{(int)api.Status} ", StringComparison.Ordinal)
        && (Slug(exception) is "invalid-request" or "step-impossible" || problems[Slug(exception)].ResourceNotFound)
            ? api.Message
            : null;

    public static bool NeedsSignIn(Exception exception) => exception is ApiException { Status: HttpStatusCode.Unauthorized };

    /// <summary>Whether it is something that a page shows and lives on; anything else is a defect.</summary>
    public static bool IsExpected(Exception exception) =>
        exception is ApiException or HttpRequestException or TaskCanceledException or System.Text.Json.JsonException;

    private static string DayFormat => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "vi" ? "dd/MM/yyyy" : "d MMM yyyy";

    private static string Slug(Exception exception) =>
        exception switch
        {
            ApiException { Type: var type } when type.StartsWith(ProblemPrefix, StringComparison.Ordinal) => type[ProblemPrefix.Length..],
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
