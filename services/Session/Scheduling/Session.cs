using Campaign.Api.Problems;
using Campaign.Api.Session;
using Campaign.Hosting.Database;
using Campaign.Hosting.Problems;
using Campaign.ServiceDefaults.Audit;
using Campaign.Sessions.Attendance;
using Campaign.Sessions.CheckIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Sessions.Scheduling;

/// <summary>
/// A conference or meeting of a unit: <c>scheduled</c> → <c>open</c> (people check in) → <c>held</c>. A meeting entered
/// afterwards from paper goes from scheduled straight to held. A held session changes by a correction only. Until it opens
/// it may be changed, or <c>cancelled</c> for good.
/// </summary>
public sealed class Session
{
    /// <summary>Longest session, minutes.</summary>
    public const int MaxMinutes = 1440;

    private static readonly TimeSpan OpensBefore = TimeSpan.FromDays(1);

    /// <summary>Longest reason of a cancellation.</summary>
    public const int MaxReason = 500;

    public required Guid Id { get; init; }

    public required string District { get; init; }

    public Guid? CampaignId { get; init; }

    public required Guid UnitId { get; init; }

    /// <summary>As on the day of scheduling, like <see cref="UnitPath"/>: the record keeps the tree of its day.</summary>
    public required string UnitName { get; init; }

    public required string UnitPath { get; init; }

    /// <summary>Of the catalogue, see <see cref="SessionKind"/>.</summary>
    public required string Kind { get; init; }

    public required SessionPlan Plan { get; set; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset StartsAt
    {
        get;
        set
        {
            field = value;
            Quarter = AttendancePartition.QuarterOf(value);
        }
    }

    /// <summary>Of <see cref="StartsAt"/>: where the attendance lies.</summary>
    public DateOnly Quarter { get; private set; }

    /// <summary>The assignment that asked for it; an assignment is taken up by one session that is not cancelled.</summary>
    public Guid? AssignmentId { get; init; }

    /// <summary>The series that it was made for.</summary>
    public Guid? SeriesId { get; init; }

    /// <summary>UTC: when it was put on the calendar, or what people read there last changed.</summary>
    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>Why it does not take place; set when cancelled.</summary>
    public string? CancelReason { get; private set; }

    /// <summary>One of <see cref="SessionStates"/>.</summary>
    public string State { get; private set; } = SessionStates.Scheduled;

    /// <summary>Six digits while the session is open; never changes once set.</summary>
    [AuditedByName]
    public string? Code { get; private set; }

    /// <summary>What the codes in the QR on the room's screen follow from; never leaves the service.</summary>
    public byte[] Secret { get; private set; } = ScanCode.NewSecret();

    /// <summary>UTC; set when held.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>People expected, fixed at scheduling.</summary>
    public int Expected { get; set; }

    public int Present { get; private set; }

    public int Excused { get; private set; }

    public int Absent { get; private set; }

    public long Version { get; private set; } = 1;

    /// <summary>How long it really took, minutes, rounded; null until held.</summary>
    public int? HeldMinutes => EndedAt is null ? null : (int)Math.Round((EndedAt.Value - StartsAt).TotalMinutes);

    /// <summary>Changes what people read on the calendar, as <paramref name="change"/> sets it.</summary>
    /// <exception cref="Problem"><c>session-held</c>, <c>session-cancelled</c>, <c>session-open</c>.</exception>
    public void Change(DateTimeOffset now, Action<Session> change)
    {
        Problem.Throw(WhyNotAhead());
        change(this);
        ChangedAt = now;
        Version++;
    }

    /// <summary>It does not take place.</summary>
    /// <exception cref="Problem"><c>session-held</c>, <c>session-cancelled</c>, <c>session-open</c>.</exception>
    public void Cancel(string reason, DateTimeOffset now)
    {
        Problem.Throw(WhyNotAhead());
        State = SessionStates.Cancelled;
        CancelReason = reason;
        ChangedAt = now;
        Version++;
    }

    /// <summary>Lets people check in. A repeat changes nothing: the code on the screen stays.</summary>
    /// <exception cref="Problem"><c>session-held</c>, <c>session-cancelled</c>, <c>too-early-to-open</c>.</exception>
    public void Open(string code, DateTimeOffset now)
    {
        Problem.Throw(WhyNotOpenedAt(now));
        if (State == SessionStates.Scheduled)
        {
            State = SessionStates.Open;
            Code = code;
            Version++;
        }
    }

    /// <summary>Ends the session for good.</summary>
    /// <param name="endedAt">After the start, at most <see cref="MaxMinutes"/> later, not in the future.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="Problem"><c>session-held</c>, <c>invalid-request</c>.</exception>
    public void Close(DateTimeOffset endedAt, DateTimeOffset now)
    {
        Problem.Throw(WhyOver());
        Problem.Unless(endedAt > StartsAt, "endedAt", SessionProblems.NotAfterStart, ("begins", StartsAt));
        Problem.Unless(
            endedAt <= StartsAt.AddMinutes(MaxMinutes),
            "endedAt",
            FieldCodes.TooLate,
            ("latest", StartsAt.AddMinutes(MaxMinutes))
        );
        // a clock on a phone may be a little ahead
        Problem.Unless(endedAt <= now.AddMinutes(5), "endedAt", SessionProblems.InFuture);
        State = SessionStates.Held;
        Code = null;
        EndedAt = endedAt.ToUniversalTime();
        Version++;
    }

    /// <summary>Keeps the final figures of a session that is being closed.</summary>
    public void Count(AttendanceSummary summary)
    {
        Expected = summary.Expected;
        Present = summary.Present;
        Excused = summary.Excused;
        Absent = summary.Absent;
    }

    /// <summary>Puts the figures of a closed session right.</summary>
    public void Correct(AttendanceSummary summary)
    {
        Count(summary);
        Version++;
    }

    /// <summary>Why it cannot be corrected or signed: it is not closed.</summary>
    public Problem? WhyNotHeld() => State == SessionStates.Held ? null : new Problem(SessionProblems.SessionNotHeld);

    /// <summary>Why it can no longer be prepared, opened, recorded and closed: it is over.</summary>
    public Problem? WhyOver() =>
        State switch
        {
            SessionStates.Held => new Problem(SessionProblems.SessionHeld),
            _ => WhyCancelled(),
        };

    /// <summary>Why nothing of it is printed or written down: it was cancelled.</summary>
    public Problem? WhyCancelled() => State == SessionStates.Cancelled ? Cancelled() : null;

    /// <summary>Why it can no longer be moved or cancelled.</summary>
    public Problem? WhyNotAhead() => WhyOver() ?? (State == SessionStates.Open ? new Problem(SessionProblems.SessionOpen) : null);

    /// <summary>Why nobody can be let in.</summary>
    public Problem? WhyNotOpenedAt(DateTimeOffset now) =>
        WhyOver() ?? (now < StartsAt - OpensBefore ? new Problem(SessionProblems.TooEarlyToOpen) : null);

    /// <summary>What whoever wants something of a cancelled session is told.</summary>
    internal static Problem Cancelled() => new(SessionProblems.SessionCancelled);

    internal static void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("sessions");
        session.Property(s => s.Id).ValueGeneratedNever();
        session.Property(s => s.District).HasMaxLength(60);
        session.Property(s => s.UnitName).HasMaxLength(300);
        session.Property(s => s.UnitPath).IsUnitPath();
        session.Property(s => s.Kind).HasMaxLength(SessionKind.MaxCode);
        session.ComplexProperty(s => s.Plan, PlanRules.Configure);
        session.Property(s => s.State).HasMaxLength(20);
        session.Property(s => s.Code).HasMaxLength(6);
        // the default gives sessions from before there were scans a secret each
        session
            .Property(s => s.Secret)
            .HasDefaultValueSql("decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')");
        session.Property(s => s.Version).IsConcurrencyToken();
        session.Ignore(s => s.HeldMinutes);
        session.Property(s => s.CancelReason).HasMaxLength(MaxReason);
        session.Property(s => s.ChangedAt).HasDefaultValueSql("now()");
        // one unit's month, and a subtree's
        session.HasIndex(s => new { s.UnitPath, s.StartsAt });
        session.HasIndex(s => new { s.StartsAt, s.Id });
        session.HasIndex(s => new
        {
            s.Quarter,
            s.Kind,
            s.UnitPath,
        });
        session.HasIndex(s => s.AssignmentId).IsUnique().HasFilter($"state <> '{SessionStates.Cancelled}'");
        session.HasIndex(s => new { s.UnitId, s.StartsAt });
    }
}
