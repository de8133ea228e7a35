using Campaign.Contracts;

namespace Campaign.Messaging;

/// <summary>Settings under <c>Messaging:</c>. Durations are written as <c>d.hh:mm:ss</c>.</summary>
public sealed class MessagingOptions
{
    /// <summary>The service's name: its exchange is <c>{Service}.events</c>, its queues <c>{Service}.{district}</c>.</summary>
    public string Service { get; internal set; } = "";

    /// <summary>
    /// Districts whose queues this instance consumes: <c>*</c> (all, also those registered later) or codes separated by commas.
    /// </summary>
    public string Districts { get; set; } = "*";

    /// <summary>How long published events are kept. Default: five years, one committee term.</summary>
    public TimeSpan EventLogRetention { get; set; } = TimeSpan.FromDays(5 * 366);

    /// <summary>How long handled event ids are remembered; a duplicate that comes later meets only the versions.</summary>
    public TimeSpan InboxRetention { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Waits between tries of an event that fails alone; after the last one it is parked.</summary>
    public IReadOnlyList<TimeSpan> Retries { get; set; } =
    [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(400), TimeSpan.FromMilliseconds(1500)];

    /// <summary>Events in one message at most.</summary>
    public int PackEvents { get; set; } = 100;

    /// <summary>Bytes of payload in one message at most; a single larger event travels alone.</summary>
    public int PackBytes { get; set; } = 256 * 1024;

    /// <summary>How long events of a busy district gather before the next pack of them is published.</summary>
    public TimeSpan GatherTime { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Messages that a queue hands out ahead of their handling.</summary>
    public ushort Prefetch { get; set; } = 16;

    /// <summary>How often the relay looks for work when nothing wakes it, and how often replicas share the districts anew.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a queue that was just made is left alone, until the broker has written it to its disk.</summary>
    public TimeSpan QueueSettleTime { get; set; } = TimeSpan.FromSeconds(1.5);

    /// <summary>Whether this process publishes its event log. Off in a process that only writes.</summary>
    public bool Relay { get; set; } = true;

    /// <summary>Whether the crash points below are honoured; only fault scripts set it.</summary>
    public bool AllowFaults { get; set; }

    /// <summary>Kill the process after the n-th publish, before it is marked; 0 = never.</summary>
    public int CrashAfterPublish { get; set; }

    /// <summary>Kill the process before the n-th commit of a consumed pack; 0 = never.</summary>
    public int CrashBeforeCommit { get; set; }

    internal IReadOnlyDictionary<string, string[]> Subscriptions { get; set; } = Topology.Subscriptions;

    internal IEnumerable<string> Consumers =>
        Subscriptions.Where(subscription => subscription.Value.Contains(Service)).Select(subscription => subscription.Key);

    internal string[] Publishers => Subscriptions.GetValueOrDefault(Service) ?? [];

    /// <summary>The districts that the configuration names; null = all.</summary>
    internal IReadOnlyList<string>? ClaimedDistricts =>
        Districts.Trim() is "*" or "" ? null : Districts.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
