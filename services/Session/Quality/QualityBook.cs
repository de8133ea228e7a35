using System.Text.Json;
using Campaign.Api.Session;
using Campaign.Hosting.Access;
using Campaign.Sessions.Attendance;
using Campaign.Sessions.Holding;
using Campaign.Sessions.Preparing;
using Campaign.Sessions.Resolutions;
using Campaign.Sessions.Scheduling;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Quality;

/// <summary>The score of a session: found in the record while it is open, frozen once it is confirmed.</summary>
public sealed class QualityBook(SessionDb database, Caller caller, TimeProvider time)
{
    /// <summary>The confirmation that counts; null when there is none.</summary>
    public Task<QualityConfirmation?> LastAsync(Guid session, CancellationToken ct) =>
        database.QualityConfirmations.Where(row => row.SessionId == session).OrderByDescending(row => row.Number).FirstOrDefaultAsync(ct);

    public async Task<QualityView> ViewAsync(Session session, CancellationToken ct)
    {
        var scored = await ScoreAsync(session, ct);
        var (last, may) = (scored.Last, QualityActions.All.May(caller, scored));
        if (last is { ReopenedAt: null })
        {
            return new QualityView(
                session.Id,
                "confirmed",
                last.Points,
                last.MaxPoints,
                JsonSerializer.Deserialize<List<QualityLine>>(last.Lines, JsonSerializerOptions.Web)!,
                last.ByName,
                last.At,
                last.Points,
                may
            );
        }

        var (points, maxPoints) = QualityScore.Sum(scored.Lines);
        var state =
            scored.Lines.Count == 0 ? "none"
            : session.State != SessionStates.Held ? "live"
            : last is null ? "to-confirm"
            : "to-confirm-again";
        return new QualityView(session.Id, state, points, maxPoints, scored.Lines, last?.ByName, last?.At, last?.Points, may);
    }

    /// <summary>The session with what is confirmed of it, and what the record says now.</summary>
    public async Task<ScoredSession> ScoreAsync(Session session, CancellationToken ct) =>
        new(session, await LastAsync(session.Id, ct), await LinesAsync(session, ct));

    /// <summary>Every rule of the session's day and kind, and what the record says now.</summary>
    public async Task<IReadOnlyList<QualityLine>> LinesAsync(Session session, CancellationToken ct)
    {
        var rules = await QualityRule.OnAsync(OfficeDay.Of(session.StartsAt), session.Kind, database, ct);
        return rules.Count == 0 ? [] : QualityScore.Of(rules, await FactsAsync(session, ct));
    }

    /// <summary>What was confirmed holds no longer: the attendance it rested on was corrected. The session must be locked.</summary>
    public async Task ReopenAsync(Guid session, CancellationToken ct)
    {
        if (await LastAsync(session, ct) is { ReopenedAt: null } last)
        {
            last.ReopenedAt = time.GetUtcNow();
        }
    }

    private async Task<QualityFacts> FactsAsync(Session session, CancellationToken ct)
    {
        var day = OfficeDay.Of(session.StartsAt);
        var tally = await database.TallyAsync(session, ct);
        var steps = (await PreparationStep.OnAsync(day, database, ct)).ConvertAll(step => step.Code);
        var ticked = await database.TickedSteps.CountAsync(step => step.SessionId == session.Id && steps.Contains(step.Code), ct);
        var minutes = await database
            .Minutes.AsNoTracking()
            .Where(row => row.SessionId == session.Id)
            .OrderByDescending(row => row.Number)
            .FirstOrDefaultAsync(ct);
        var proceedings = await Proceedings.ReadAsync(session.Id, database, ct);
        var (due, done) = await database.DueByAsync(session, day, ct);
        var answers = await database
            .QualityAnswers.AsNoTracking()
            .Where(row => row.SessionId == session.Id)
            .ToDictionaryAsync(row => row.Code, ct);
        return new QualityFacts(
            session.State == SessionStates.Held,
            tally.Expected,
            tally.Present,
            tally.Absent,
            ticked,
            steps.Count,
            MinutesOf(session),
            (minutes?.ChairSignedAt is null ? 0 : 1) + (minutes?.SecretarySignedAt is null ? 0 : 1),
            proceedings.Speakers,
            due,
            done,
            answers
        );
    }

    private int? MinutesOf(Session session) =>
        session.State switch
        {
            SessionStates.Held => session.HeldMinutes,
            SessionStates.Open when time.GetUtcNow() > session.StartsAt => (int)
                Math.Min((time.GetUtcNow() - session.StartsAt).TotalMinutes, Session.MaxMinutes),
            _ => null,
        };
}
