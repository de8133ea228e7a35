using Campaign.LocalServers;

namespace Campaign.AppHost;

/// <summary>
/// Keeps a record of each process while it runs, so that the next start ends what a killed host left running, see <see cref="Leftovers"/>.
/// </summary>
internal sealed class ProcessRecords(DataFolder data, DistributedApplicationModel model)
{
    private readonly Dictionary<string, int> kept = [];

    public void Keep(Status status)
    {
        if (kept.GetValueOrDefault(status.Name) == (status.ProcessId ?? 0))
        {
            return;
        }

        try
        {
            if (status.ProcessId is { } id)
            {
                Leftovers.Write(data.RecordOf(status.Name), id, StopSignalOf(status.Name));
                kept[status.Name] = id;
            }
            else
            {
                File.Delete(data.RecordOf(status.Name));
                kept.Remove(status.Name);
            }
        }
        catch (IOException)
        {
            // a full disk; the next change tries again
        }
    }

    private Signal StopSignalOf(string name) =>
        model.Resources.OfType<LocalServerResource>().FirstOrDefault(server => server.Name == name)?.StopSignal ?? Signal.Terminate;
}
