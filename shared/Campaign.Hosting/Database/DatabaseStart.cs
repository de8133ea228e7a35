namespace Campaign.Hosting.Database;

/// <summary>Completes once the database has the schema that this build expects.</summary>
public sealed class DatabaseStart
{
    private readonly TaskCompletionSource _migrated = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsReady => _migrated.Task.IsCompletedSuccessfully;

    public Task WaitAsync(CancellationToken cancellationToken) => _migrated.Task.WaitAsync(cancellationToken);

    internal void Open() => _migrated.TrySetResult();
}
