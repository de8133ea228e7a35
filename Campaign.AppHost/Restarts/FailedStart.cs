using Microsoft.Extensions.Hosting;

namespace Campaign.AppHost;

/// <summary>The end of a host whose system could not be started the first time: no use trying again until somebody mends the cause.</summary>
internal sealed class FailedStart(DataFolder data, IHostApplicationLifetime lifetime)
{
    private const int Tail = 4_096;
    private bool ended;

    /// <summary>Says why in one sentence and stops the host; exit code 1.</summary>
    public void End(IResource resource, string ending)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested || Interlocked.Exchange(ref ended, true))
        {
            return; // what fails because everything stops is no reason
        }

        Console.Error.WriteLine(
            (resource as LocalServerResource)?.StartFailure
            ?? (LogEndsWith(resource, "No space left on device") ? $"The disk of {data.Path} is full; free some space there, or choose another folder with --data." : null)
            ?? $"{resource.Name} {ending}; {data.LogOf(resource.Name)} says why.");
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
