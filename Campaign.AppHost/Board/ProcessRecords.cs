using Campaign.LocalServers;

namespace Campaign.AppHost;

/// <summary>Keeps a record of each process while it runs, so that the next start ends what a killed host left running, see <see cref="Leftovers"/>.</summary>
internal sealed class ProcessRecords(DataFolder data)
{
    private readonly Dictionary<string, int> kept = [];

    public void Keep(Status status)
    {
        if (kept.GetValueOrDefault(status.Name) == (status.ProcessId ?? 0))
        {
            return;
        }

        if (status.ProcessId is { } id)
        {
            kept[status.Name] = id;
            Leftovers.Write(data.RecordOf(status.Name), id, status.Kind == "PostgreSQL" ? Signal.Interrupt : Signal.Terminate);
        }
        else
        {
            kept.Remove(status.Name);
            File.Delete(data.RecordOf(status.Name));
        }
    }
}
