namespace Campaign.AppHost;

/// <summary>The pauses between a process's ends and its next starts.</summary>
internal sealed class BackOff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Whoever ran this long is forgiven.</summary>
    private static readonly TimeSpan Forgiving = TimeSpan.FromMinutes(1);

    private TimeSpan next = First;

    /// <param name="ran">How long it ran before it ended; null where that is not known.</param>
    public TimeSpan Next(TimeSpan? ran)
    {
        var pause = ran > Forgiving ? First : next;
        next = pause * 2 < Longest ? pause * 2 : Longest;
        return pause;
    }
}
