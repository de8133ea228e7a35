using Campaign.Contracts;
using Campaign.Directories.Units;
using Campaign.Messaging;

namespace Campaign.City.Facts;

internal static class Projections
{
    public static void Register(MessagingBuilder messaging) => messaging
        .Projection("units", units => units
            .Handle<UnitChanged, UpdateUnitDirectory>()
            .Handle<UnitMerged, UpdateUnitDirectory>()
            .RepeatInPlace())
        .Projection("figures", figures => figures
            .Handle<CampaignOpened, CountDirectives>()
            .Handle<DirectiveIssued, CountDirectives>()
            .Handle<AssignmentIssued, CountAssignments>()
            .Handle<AssignmentAcknowledged, CountAssignments>()
            .Handle<AssignmentCompleted, CountAssignments>()
            .Handle<AssignmentOverdue, CountAssignments>()
            .Handle<AssignmentReturned, CountAssignments>()
            .Handle<AssignmentRecalled, CountAssignments>()
            .Handle<AssignmentExtended, CountAssignments>()
            .Handle<SessionScheduled, CountSessions>()
            .Handle<SessionCancelled, CountSessions>()
            .Handle<MemberCheckedIn, CountSessions>()
            .Handle<SessionHeld, CountSessions>()
            .Handle<AttendanceCorrected, CountSessions>()
            .Handle<ReviewDecided, CountReviews>()
            .Handle<NominationSubmitted, CountAwards>()
            .Handle<AwardGranted, CountAwards>()
            .Handle<AwardRevoked, CountAwards>()
            .ResetWith("truncate table campaigns, documents, assignments, addressed_units, sessions, reviews, awards, figures"));
}
