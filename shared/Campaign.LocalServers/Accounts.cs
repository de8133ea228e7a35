using System.Diagnostics;

namespace Campaign.LocalServers;

/// <summary>Servers never run as root: as root they run under their package's account, and their files belong to it.</summary>
internal static class Accounts
{
    private static readonly string? Setsid = Programs.Find("setsid");
    private static readonly string? Setpriv = Programs.Find("setpriv");

    /// <summary>The words to put before a command: a process group of its own, the signal at our death, the account.</summary>
    public static IEnumerable<string> Wrapper(ServerCommand command)
    {
        if (Setsid is not null)
        {
            yield return Setsid;
        }

        var account = Environment.IsPrivilegedProcess ? command.Account : null;
        if (Setpriv is null)
        {
            if (account is not null)
            {
                throw new ServerException("As root the program setpriv is needed to start servers under an account of their own; install util-linux or start as another user.");
            }

            yield break;
        }

        yield return Setpriv;
        yield return "--pdeathsig";
        yield return command.StopSignal switch { Signal.Interrupt => "INT", Signal.Kill => "KILL", _ => "TERM" };
        if (account is not null)
        {
            foreach (var word in (string[])["--reuid", account, "--regid", account, "--init-groups", "--no-new-privs"])
            {
                yield return word;
            }
        }

        yield return "--";
    }

    public static void DemandAccount(string account, string package)
    {
        if (Environment.IsPrivilegedProcess && !File.ReadLines("/etc/passwd").Any(line => line.StartsWith(account + ":", StringComparison.Ordinal)))
        {
            throw new ServerException($"As root the server of {package} runs under the account '{account}', which this machine lacks; install the package {package} or start as another user.");
        }
    }

    public static async Task<bool> CanReachAsync(string folder, string account) =>
        await ExitCodeAsync(Setpriv ?? "setpriv", ["--reuid", account, "--regid", account, "--init-groups", "--", "test", "-x", folder]).ConfigureAwait(false) == 0;

    public static async Task RunAsync(string program, IEnumerable<string> arguments)
    {
        if (await ExitCodeAsync(program, arguments).ConfigureAwait(false) is var code and not 0)
        {
            throw new ServerException($"{program} {string.Join(' ', arguments)} failed with exit code {code}.");
        }
    }

    private static async Task<int> ExitCodeAsync(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false })!;
        await process.WaitForExitAsync().ConfigureAwait(false);
        return process.ExitCode;
    }
}
