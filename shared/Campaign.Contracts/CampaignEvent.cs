namespace Campaign.Contracts;

/// <summary>
/// A fact that one service tells the others. Events are records of primitives and ids, named in the past tense;
/// their wire name is the record's simple name and their JSON follows <see cref="System.Text.Json.JsonSerializerDefaults.Web"/>.
/// A change to a published event may only add optional properties: the committed schemas hold us to it.
/// </summary>
public abstract record CampaignEvent
{
    /// <summary>UUIDv7: unique, and rising with time within the process that made it.</summary>
    public Guid EventId { get; init; } = EventIds.Next();

    /// <summary>UTC; set by the event log when left at its default.</summary>
    public DateTimeOffset OccurredAt { get; init; }

    /// <summary>Partition key: code of the top-level unit directly under the city, or <see cref="Districts.City"/>.</summary>
    public required string District { get; init; }

    /// <summary>The campaign that the fact belongs to, where there is one.</summary>
    public Guid? CampaignId { get; init; }

    /// <summary>The aggregate that changed: a unit, a session, a review …</summary>
    public required Guid AggregateId { get; init; }

    /// <summary>Version of the aggregate after the change, from 1; effects ignore what is older than they hold.</summary>
    public required long Version { get; init; }
}

/// <summary>Names the service that owns and publishes an event.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublishedByAttribute(string service) : Attribute
{
    /// <summary>One of <see cref="Resources.Services"/>.</summary>
    public string Service { get; } = service;
}
