using System.Text.Json;
using System.Text.Json.Serialization;

namespace Campaign.AppHost;

/// <summary>
/// The board as a JSON file, for programs and for the Portal's operations page. Replaced whole, so that a reader never sees half of it.
/// </summary>
internal sealed class ResourcesFile(string file, TimeProvider time)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public void Write(IReadOnlyList<Status> statuses)
    {
        var content = new
        {
            Host = Environment.ProcessId,
            Healthy = statuses.All(status => status.State == State.Healthy),
            WrittenAt = time.GetUtcNow(),
            Resources = statuses,
        };
        try
        {
            File.WriteAllText(file + ".new", JsonSerializer.Serialize(content, Json));
            File.Move(file + ".new", file, overwrite: true);
        }
        catch (IOException)
        {
            // a full disk must not stop the system for want of this file; the next change tries again
        }
    }
}
