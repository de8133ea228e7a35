using Campaign.Contracts;
using Campaign.Directories.People;
using Campaign.Directories.Units;
using Campaign.Messaging;
using Campaign.Recognition.Candidates;

namespace Campaign.Recognition;

/// <summary>What this service does about other services' events.</summary>
internal static class Projections
{
    public static void Register(MessagingBuilder messaging) => messaging
        .Projection("directory", projection => projection
            .Handle<UnitChanged, UpdateUnitDirectory>()
            .Handle<UnitMerged, UpdateUnitDirectory>()
            .Handle<MemberChanged, UpdateMember>()
            .RepeatInPlace())
        .Projection("candidates", projection => projection
            .Handle<ReviewDecided, SuggestCandidate>()
            .ResetWith("truncate table candidates"));
}
