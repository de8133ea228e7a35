using Campaign.Api.Problems;

namespace Campaign.Api.Session;

/// <summary>Reasons for which Session refuses a request, and what can be wrong with its fields.</summary>
public static partial class SessionProblems
{
    public static readonly ProblemType WrongCode = new("wrong-code", 403);
    public static readonly ProblemType ScanExpired = new("scan-expired", 403);

    /// <summary>Params <c>minutes</c> to wait.</summary>
    public static readonly ProblemType TooManyWrongCodes = new("too-many-wrong-codes", 429);

    public static readonly ProblemType SessionNotOpen = new("session-not-open", 409);
    public static readonly ProblemType NotAParticipant = new("not-a-participant", 403);
    public static readonly ProblemType OnlyYourself = new("only-yourself", 403);

    /// <summary>Params <c>status</c>, what was recorded.</summary>
    public static readonly ProblemType AttendanceRecorded = new("attendance-recorded", 409);

    public static readonly ProblemType TryAgain = new("try-again", 503);
    public static readonly ProblemType SessionHeld = new("session-held", 409);
    public static readonly ProblemType SessionNotHeld = new("session-not-held", 409);
    public static readonly ProblemType SessionCancelled = new("session-cancelled", 409);
    public static readonly ProblemType SessionOpen = new("session-open", 409);
    public static readonly ProblemType TooEarlyToOpen = new("too-early-to-open", 409);
    public static readonly ProblemType NoParticipants = new("no-participants", 409);

    /// <summary>Params <c>max</c>.</summary>
    public static readonly ProblemType TooManyParticipants = new("too-many-participants", 409);

    /// <summary>Params <c>inactive</c>, <c>named</c>: how many; <c>memberIds</c>, the first of them.</summary>
    public static readonly ProblemType ParticipantsNotActive = new("participants-not-active", 409);

    public static readonly ProblemType ParticipantsOutsideYourUnits = new("participants-outside-your-units", 403);
    public static readonly ProblemType AssignmentUnknown = new("assignment-unknown", 404);
    public static readonly ProblemType AssignmentNotYours = new("assignment-not-yours", 409);
    public static readonly ProblemType AssignmentCompleted = new("assignment-completed", 409);
    public static readonly ProblemType AssignmentTakenUp = new("assignment-taken-up", 409);
    public static readonly ProblemType SeriesEnded = new("series-ended", 409);
    public static readonly ProblemType SeriesUnitEnded = new("series-unit-ended", 409);
    public static readonly ProblemType OccurrenceMade = new("occurrence-made", 409);
    public static readonly ProblemType OccurrencePassed = new("occurrence-passed", 409);
    public static readonly ProblemType AnswersClosed = new("answers-closed", 409);

    /// <summary>Params <c>max</c>, answers a minute.</summary>
    public static readonly ProblemType AnsweredTooOften = new("answered-too-often", 429);

    public static readonly ProblemType InvitationUnknown = new("invitation-unknown", 404);
    public static readonly ProblemType InvitationOver = new("invitation-over", 410);
    public static readonly ProblemType InvitationCancelled = new("invitation-cancelled", 410);

    /// <summary>Params <c>max</c>.</summary>
    public static readonly ProblemType TooManyGuests = new("too-many-guests", 409);

    public static readonly ProblemType NoMember = new("no-member", 409);
    public static readonly ProblemType FeedUnknown = new("feed-unknown", 404);

    /// <summary>Params <c>memberId</c>.</summary>
    public static readonly ProblemType ContradictoryRoster = new("contradictory-roster", 400);

    public static readonly ProblemType CheckedInSince = new("checked-in-since", 409);

    /// <summary>Params <c>strangers</c>, <c>named</c>: how many.</summary>
    public static readonly ProblemType NotParticipants = new("not-participants", 409);

    public static readonly ProblemType CheckedInByThemselves = new("checked-in-by-themselves", 409);

    /// <summary>Params <c>max</c>.</summary>
    public static readonly ProblemType TooManyAttendees = new("too-many-attendees", 409);

    public static readonly ProblemType AlreadyMerged = new("already-merged", 409);
    public static readonly ProblemType AgendaItemBegun = new("agenda-item-begun", 409);
    public static readonly ProblemType NotPresent = new("not-present", 409);

    /// <summary>Params <c>hands</c>, <c>present</c>.</summary>
    public static readonly ProblemType MoreVotesThanPresent = new("more-votes-than-present", 409);

    /// <summary>Params <c>max</c>.</summary>
    public static readonly ProblemType TooManyVotes = new("too-many-votes", 409);

    /// <summary>Params <c>max</c>.</summary>
    public static readonly ProblemType TooManyContributions = new("too-many-contributions", 409);

    public static readonly ProblemType NoMinutes = new("no-minutes", 404);
    public static readonly ProblemType MinutesLocked = new("minutes-locked", 409);
    public static readonly ProblemType MinutesChanged = new("minutes-changed", 409);
    public static readonly ProblemType SignedByAnother = new("signed-by-another", 409);
    public static readonly ProblemType SignsForBoth = new("signs-for-both", 409);

    /// <summary>Params <c>max</c>.</summary>
    public static readonly ProblemType TooManyVersions = new("too-many-versions", 409);

    /// <summary>Params <c>open</c>, the names of the rules.</summary>
    public static readonly ProblemType QualityUnanswered = new("quality-unanswered", 409);

    /// <summary>Params <c>points</c>.</summary>
    public static readonly ProblemType QualityChanged = new("quality-changed", 409);

    public static readonly ProblemType QualityConfirmed = new("quality-confirmed", 409);
    public static readonly ProblemType NoQualityRules = new("no-quality-rules", 409);

    /// <summary>Params <c>max</c>, lines.</summary>
    public static readonly ProblemType ReportTooLarge = new("report-too-large", 400);
}
