using System.Collections.Concurrent;

namespace Campaign.LocalServers;

/// <summary>
/// The one thread that starts processes. The kernel's parent-death signal is bound to the <em>thread</em> that started a process:
/// from a pool thread a server would be stopped as soon as the pool shrinks, from this one only when our whole process ends.
/// </summary>
internal static class LaunchThread
{
    private static readonly BlockingCollection<Action> Work = Start();

    public static Task<T> RunAsync<T>(Func<T> launch)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Work.Add(() =>
        {
            try
            {
                done.SetResult(launch());
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                done.SetException(failure);
            }
        });
        return done.Task;
    }

    private static BlockingCollection<Action> Start()
    {
        var work = new BlockingCollection<Action>();
        new Thread(() =>
        {
            foreach (var action in work.GetConsumingEnumerable())
            {
                action();
            }
        })
        {
            IsBackground = true,
            Name = "launch",
        }.Start();
        return work;
    }
}
