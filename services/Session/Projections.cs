using Campaign.Contracts;
using Campaign.Directories.Units;
using Campaign.Messaging;
using Campaign.Sessions.Members;
using Campaign.Sessions.Proposals;
using Campaign.Sessions.Resolutions;
using Campaign.Sessions.Scheduling;

namespace Campaign.Sessions;

/// <summary>What this service keeps of what others publish.</summary>
public static class Projections
{
    public static void Register(MessagingBuilder messaging) => messaging
        .Projection("units", projection => projection
            .Handle<UnitChanged, UpdateUnitDirectory>()
            .Handle<UnitChanged, CarryOver>()
            .Handle<UnitMerged, UpdateUnitDirectory>()
            .Handle<UnitMerged, CarryOver>()
            .Handle<MemberChanged, UpdateMember>()
            .RepeatInPlace())
        .Projection("proposals", projection => projection
            .Handle<AssignmentIssued, ProposeSession>()
            .Handle<AssignmentCompleted, WithdrawProposal>()
            .Handle<AssignmentRecalled, WithdrawProposal>()
            .Handle<AssignmentExtended, PutOffProposal>()
            .ResetWith("truncate table proposals"))
        .Projection("resolutions", projection => projection
            .Handle<CommitmentProgressed, FollowCommitment>()
            .ResetWith("truncate table item_progress"));
}
