namespace Campaign.Api.Session;

/// <summary>How good a meeting was, rule by rule.</summary>
/// <param name="State">
/// <c>none</c> (no rules for this kind of session), <c>live</c> (not closed yet), <c>to-confirm</c>, <c>confirmed</c> (frozen as it was
/// then), or <c>to-confirm-again</c> (the attendance was corrected since).
/// </param>
/// <param name="Points">The sum of the lines' points.</param>
/// <param name="May">What the reader may do with it now, of <see cref="SessionMay"/>.</param>
/// <param name="MaxPoints">What could be reached: the sum over the lines that apply.</param>
/// <param name="ConfirmedBy">Of the last confirmation, like <paramref name="ConfirmedAt"/> and <paramref name="ConfirmedPoints"/>.</param>
public sealed record QualityView(
    Guid SessionId,
    string State,
    int Points,
    int MaxPoints,
    IReadOnlyList<QualityLine> Lines,
    string? ConfirmedBy,
    DateTimeOffset? ConfirmedAt,
    int? ConfirmedPoints,
    IReadOnlyList<string> May
);

/// <summary>A rule and what was found.</summary>
/// <param name="Name">Vietnamese, like <paramref name="Explanation"/>.</param>
/// <param name="Measure">
/// Where the answer comes from: <c>attendance</c> (percent), <c>unexcused</c> (people), <c>prepared</c> (steps), <c>duration</c> (minutes),
/// <c>minutes</c> (signatures), <c>speakers</c> (people), <c>follow-up</c> (items that were due), or <c>answer</c> (the secretary's).
/// </param>
/// <param name="Points">0 or <paramref name="MaxPoints"/>.</param>
/// <param name="Outcome"><c>met</c>, <c>missed</c>, <c>open</c> (not decided yet) or <c>not-applicable</c> (counts neither way).</param>
/// <param name="Found">In the measure's unit; null where there is nothing to count.</param>
/// <param name="Needed">What the rule asks for.</param>
/// <param name="Sentence">What the secretary said about it.</param>
/// <param name="Source">The document or custom that the rule rests on.</param>
/// <param name="Verified">Whether somebody checked the rule against its source.</param>
public sealed record QualityLine(
    string Code,
    string Name,
    string Explanation,
    string Measure,
    int Points,
    int MaxPoints,
    string Outcome,
    decimal? Found,
    decimal? Needed,
    string? Sentence,
    string? AnsweredBy,
    string Source,
    bool Verified
);

/// <param name="Code">A rule whose measure is <c>answer</c>.</param>
/// <param name="Sentence">Why; 1–500 characters.</param>
public sealed record AnswerQuality(string Code, bool Yes, string Sentence);

/// <param name="Points">What was read: another sum is refused with <c>quality-changed</c>.</param>
public sealed record ConfirmQuality(int Points);

/// <summary>The quality of a meeting, through the gateway.</summary>
public sealed partial class SessionClient
{
    public Task<QualityView> QualityAsync(Guid id, CancellationToken ct = default) => GetAsync<QualityView>($"sessions/{id}/quality", ct);

    public Task<QualityView> AnswerQualityAsync(Guid id, AnswerQuality answer, string? key = null, CancellationToken ct = default) =>
        PostAsync<QualityView>($"sessions/{id}/quality/answers", answer, ct, key);

    public Task<QualityView> ConfirmQualityAsync(Guid id, ConfirmQuality confirm, string? key = null, CancellationToken ct = default) =>
        PostAsync<QualityView>($"sessions/{id}/quality/confirmations", confirm, ct, key);
}
