using Campaign.Contracts;

namespace Campaign.Directives.Assignments;

/// <summary>What is told of an assignment, as of its version.</summary>
public sealed partial class Assignment
{
    /// <summary>The event of having been asked.</summary>
    public AssignmentIssued Issued() =>
        new()
        {
            District = District,
            CampaignId = CampaignId,
            AggregateId = Id,
            Version = Version,
            DirectiveId = DirectiveId,
            UnitId = UnitId,
            UnitPath = UnitPath,
            Requirement = Requirement,
            Title = Title,
            DueOn = DueOn,
        };

    private AssignmentAcknowledged AcknowledgedEvent(DateOnly on) =>
        new()
        {
            District = District,
            CampaignId = CampaignId,
            AggregateId = Id,
            Version = Version,
            DirectiveId = DirectiveId,
            UnitId = UnitId,
            UnitPath = UnitPath,
            AcknowledgedOn = on,
        };

    private AssignmentCompleted CompletedEvent(DateOnly on, Guid? session) =>
        new()
        {
            District = District,
            CampaignId = CampaignId,
            AggregateId = Id,
            Version = Version,
            DirectiveId = DirectiveId,
            UnitId = UnitId,
            UnitPath = UnitPath,
            Requirement = Requirement,
            CompletedOn = on,
            OnTime = on <= DueOn,
            SessionId = session,
        };

    private AssignmentOverdue OverdueEvent() =>
        new()
        {
            District = District,
            CampaignId = CampaignId,
            AggregateId = Id,
            Version = Version,
            DirectiveId = DirectiveId,
            UnitId = UnitId,
            UnitPath = UnitPath,
            DueOn = DueOn,
        };

    private AssignmentReturned ReturnedEvent(string reason) =>
        new()
        {
            District = District,
            CampaignId = CampaignId,
            AggregateId = Id,
            Version = Version,
            DirectiveId = DirectiveId,
            UnitId = UnitId,
            UnitPath = UnitPath,
            Requirement = Requirement,
            Reason = reason,
            DueOn = DueOn,
        };

    private AssignmentRecalled RecalledEvent(string reason) =>
        new()
        {
            District = District,
            CampaignId = CampaignId,
            AggregateId = Id,
            Version = Version,
            DirectiveId = DirectiveId,
            UnitId = UnitId,
            UnitPath = UnitPath,
            Requirement = Requirement,
            Reason = reason,
        };

    private AssignmentExtended ExtendedEvent() =>
        new()
        {
            District = District,
            CampaignId = CampaignId,
            AggregateId = Id,
            Version = Version,
            DirectiveId = DirectiveId,
            UnitId = UnitId,
            UnitPath = UnitPath,
            DueOn = DueOn,
        };
}
