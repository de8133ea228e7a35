using System.Collections.Frozen;
using System.Reflection;

namespace Campaign.Contracts;

/// <summary>
/// Who listens to whom. Known to every service, so that whoever publishes first can declare every queue that must
/// receive it: nothing is lost because nobody listened yet.
/// </summary>
public static class Topology
{
    /// <summary>Consumer service → the services whose events it receives.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Subscriptions = new Dictionary<string, string[]>
    {
        [Resources.Identity] = [Resources.Organization],
        [Resources.Directive] = [Resources.Organization, Resources.Session],
        [Resources.Session] = [Resources.Organization, Resources.Directive],
        [Resources.Evaluation] = [Resources.Organization, Resources.Directive, Resources.Session, Resources.Recognition],
        [Resources.Recognition] = [Resources.Organization, Resources.Evaluation],
        [Resources.City] = [Resources.Organization, Resources.Directive, Resources.Session, Resources.Evaluation, Resources.Recognition],
    }.ToFrozenDictionary();

    /// <summary>Every event type by its wire name.</summary>
    public static readonly IReadOnlyDictionary<string, Type> Events = typeof(CampaignEvent)
        .Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(CampaignEvent)) && !type.IsAbstract)
        .ToFrozenDictionary(type => type.Name);

    /// <summary>The service that publishes events of this type.</summary>
    /// <exception cref="InvalidOperationException">The type does not name its publisher.</exception>
    public static string PublisherOf(Type eventType) =>
        eventType.GetCustomAttribute<PublishedByAttribute>()?.Service
        ?? throw new InvalidOperationException($"{eventType.Name} does not say who publishes it: add [PublishedBy(…)].");

    /// <summary>The services that must receive what <paramref name="publisher"/> publishes.</summary>
    public static IEnumerable<string> ConsumersOf(string publisher) =>
        Subscriptions.Where(subscription => subscription.Value.Contains(publisher)).Select(subscription => subscription.Key);
}

/// <summary>Well-known district keys.</summary>
public static class Districts
{
    /// <summary>The partition of what belongs to the city itself; it always exists.</summary>
    public const string City = "city";

    /// <summary>Under this name traces, logs and metrics say which district they belong to.</summary>
    public const string TelemetryName = "campaign.district";
}
