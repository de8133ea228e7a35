using System.Diagnostics;

namespace Campaign.Messaging;

/// <summary>The two deterministic crash windows that fault scripts aim at.</summary>
internal sealed class Faults(MessagingOptions options)
{
    private int _published;
    private int _committing;

    /// <summary>Set by tests: runs where the process would be killed.</summary>
    public Action? AfterPublish { get; set; }

    /// <summary>Set by tests: runs where the process would be killed.</summary>
    public Action? BeforeCommit { get; set; }

    public void Published()
    {
        AfterPublish?.Invoke();
        Kill(options.CrashAfterPublish, ref _published);
    }

    public void Committing()
    {
        BeforeCommit?.Invoke();
        Kill(options.CrashBeforeCommit, ref _committing);
    }

    private void Kill(int at, ref int count)
    {
        if (options.AllowFaults && at > 0 && Interlocked.Increment(ref count) == at)
        {
            Process.GetCurrentProcess().Kill();
        }
    }
}
