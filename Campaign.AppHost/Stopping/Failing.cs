using Microsoft.Extensions.Hosting;

namespace Campaign.AppHost;

/// <summary>The end of a host by itself: its system could not be started the first time, or its orchestrator is gone.</summary>
internal sealed class Failing(DataFolder data, IHostApplicationLifetime lifetime)
{
    private const int Tail = 4_096;
    private bool ended;

    /// <summary>Says why in one sentence and stops the host; exit code 1.</summary>
    public void End(IResource resource, string ending) =>
        End(
            (resource as LocalServerResource)?.StartFailure
                ?? (
                    LogEndsWith(resource, "No space left on device")
                        ? $"The disk of {data.Path} is full; free some space there, or choose another folder with --data."
                        : null
                )
                ?? $"{resource.Name} {ending}; {data.LogOf(resource.Name)} says why."
        );

    public void End(string sentence)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested || Interlocked.Exchange(ref ended, true))
        {
            return; // what fails because everything stops is no reason
        }

        Console.Error.WriteLine(sentence);
        Environment.ExitCode = 1;
        lifetime.StopApplication();
    }

    private bool LogEndsWith(IResource resource, string words)
    {
        using var log = new FileStream(data.LogOf(resource.Name), FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite);
        log.Seek(-Math.Min(Tail, log.Length), SeekOrigin.End);
        using var reader = new StreamReader(log);
        return reader.ReadToEnd().Contains(words, StringComparison.Ordinal);
    }
}
