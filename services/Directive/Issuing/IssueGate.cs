using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Issuing;

/// <summary>
/// Issuing and the arrival of units take turns, until each has committed: a unit that arrives while a rule is being resolved is
/// seen by the one or sees the other. Units do not wait for each other.
/// </summary>
internal static class IssueGate
{
    private const long Key = 0x6973737565;

    public static Task CloseAsync(DirectiveDb db, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Key})", ct);

    public static Task PassAsync(DirectiveDb db, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock_shared({Key})", ct);
}
