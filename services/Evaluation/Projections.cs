using Campaign.Contracts;
using Campaign.Directories.People;
using Campaign.Directories.Units;
using Campaign.Evaluation.GatheredEvidence;
using Campaign.Evaluation.Reviews;
using Campaign.Messaging;

namespace Campaign.Evaluation;

/// <summary>What this service does about other services' events.</summary>
internal static class Projections
{
    public static void Register(MessagingBuilder messaging) => messaging
        .Projection("directory", projection => projection
            .Handle<UnitChanged, UpdateUnitDirectory>()
            .Handle<UnitChanged, CarryOver>()
            .Handle<UnitMerged, UpdateUnitDirectory>()
            .Handle<UnitMerged, CarryOver>()
            .Handle<MemberChanged, UpdateMember>()
            .RepeatInPlace())
        .Projection("evidence", projection => projection
            .Handle<AttendanceTaken, RecordAttendance>()
            .Handle<SessionHeld, RecordSession>()
            .Handle<SessionQualityConfirmed, RecordQuality>()
            .Handle<AssignmentIssued, RecordAssignment>()
            .Handle<AssignmentCompleted, RecordAssignment>()
            .Handle<AssignmentOverdue, RecordAssignment>()
            .Handle<AssignmentReturned, RecordAssignment>()
            .Handle<AssignmentExtended, RecordAssignment>()
            .Handle<AssignmentRecalled, RecordAssignment>()
            .Handle<CommitmentFulfilled, RecordCommitment>()
            .Handle<AwardGranted, RecordAward>()
            .Handle<AwardRevoked, RecordAward>()
            .ResetWith("truncate table attendance, attendance_parts, sessions, session_qualities, assignments, commitments, awards"));
}
