using System.Globalization;
using Campaign.Contracts;

namespace Campaign.AppHost;

/// <summary>How the orchestrator tells that a process has ended.</summary>
internal static class Endings
{
    public static Finding Of(CustomResourceSnapshot end) =>
        end switch
        {
            { State.Text: "FailedToStart" } => new Finding("not-started", "it could not be started, see its log"),
            { ExitCode: null or -1 } => new Finding("killed", "it was killed"),
            { ExitCode: { } code } when code.ToString(CultureInfo.InvariantCulture) is var text => new Finding(
                "exited",
                $"exit code {text}",
                text
            ),
            _ => new Finding("not-started", "did not start"),
        };
}
