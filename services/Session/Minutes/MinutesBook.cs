using Campaign.Api.Session;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Minutes;

/// <summary>The versions of the minutes of each session.</summary>
public sealed class MinutesBook(SessionDb database, Caller caller, TimeProvider time)
{
    private const int Most = 500;

    /// <summary>The version that counts; null when there is none.</summary>
    public Task<MinutesVersion?> CurrentAsync(Guid session, CancellationToken ct) =>
        database
            .Minutes.Where(version => version.SessionId == session)
            .OrderByDescending(version => version.Number)
            .FirstOrDefaultAsync(ct);

    /// <summary>Adds the next version; the session must be locked, and what is read before decides whether it may be.</summary>
    /// <param name="current">The version before it.</param>
    /// <param name="reason">Null for an ordinary edit.</param>
    /// <exception cref="Problem"><c>invalid-request</c>, <c>too-many-versions</c>.</exception>
    public MinutesVersion Write(Guid session, MinutesVersion? current, EditMinutes edit, string? reason)
    {
        if (current?.Number >= Most)
        {
            throw new Problem(SessionProblems.TooManyVersions, ("max", Most));
        }

        var within = reason is null ? "" : "minutes.";
        var version = new MinutesVersion
        {
            SessionId = session,
            Number = (current?.Number ?? 0) + 1,
            Text = Problem.Text(edit.Text, $"{within}text", MinutesVersion.MaxText),
            Symbol = Problem.Text(edit.Symbol, $"{within}symbol", 40, min: 0),
            Chair = Problem.Text(edit.Chair, $"{within}chair", 200, min: 0),
            Secretary = Problem.Text(edit.Secretary, $"{within}secretary", 200, min: 0),
            Reason = reason,
            WrittenBy = caller.Subject!,
            WrittenByName = caller.Name,
            WrittenAt = time.GetUtcNow(),
        };
        database.Minutes.Add(version);
        return version;
    }

    /// <param name="may">What the reader may do with the session's minutes; null of an earlier version.</param>
    public static MinutesView View(MinutesVersion version, IReadOnlyList<string>? may) =>
        new(
            version.SessionId,
            version.Number,
            version.Text,
            version.Symbol,
            version.Chair,
            version.Secretary,
            version.Reason,
            version.WrittenByName,
            version.WrittenAt,
            version.ChairSignedAt,
            version.SecretarySignedAt,
            version.IsLocked,
            may
        );
}
