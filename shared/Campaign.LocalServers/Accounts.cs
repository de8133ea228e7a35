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
        // one setpriv for both: a change of account forgets the signal that was set before
        string[] deathSignal = Setpriv is null
            ? []
            :
            [
                "--pdeathsig",
                command.StopSignal switch
                {
                    Signal.Interrupt => "INT",
                    Signal.Kill => "KILL",
                    _ => "TERM",
                },
            ];
        return [.. Setsid is null ? (string[])[] : [Setsid], .. Privileges(command.Account, deathSignal)];
    }

    /// <summary>The words that change to an account; none where we are not root, or where no account is given.</summary>
    public static IReadOnlyList<string> Switch(string? account) => Privileges(account, []);

    /// <exception cref="ServerException">the program for it is missing</exception>
    private static IReadOnlyList<string> Privileges(string? account, string[] options)
    {
        account = Environment.IsPrivilegedProcess ? account : null;
        if (account is null && options is [])
        {
            return [];
        }

        if (Setpriv is null)
        {
            throw new ServerException(
                "As root the program setpriv is needed to start servers under an account of their own; install util-linux or start "
                    + "as another user."
            );
        }

        string[] change = account is null ? [] : ["--reuid", account, "--regid", account, "--init-groups", "--no-new-privs"];
        return [Setpriv, .. options, .. change, "--"];
    }

    public static void DemandAccount(string account, string package)
    {
        if (
            Environment.IsPrivilegedProcess
            && !File.ReadLines("/etc/passwd").Any(line => line.StartsWith(account + ":", StringComparison.Ordinal))
        )
        {
            throw new ServerException(
                $"As root the server of {package} runs under the account '{account}', which this machine lacks; install the package "
                    + $"{package} or start as another user."
            );
        }
    }

    public static async Task<bool> CanReachAsync(string folder, string account) =>
        await ExitCodeAsync(Setpriv ?? "setpriv", ["--reuid", account, "--regid", account, "--init-groups", "--", "test", "-x", folder])
            .ConfigureAwait(false) == 0;

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
