using Microsoft.AspNetCore.Http;

namespace Campaign.Hosting.Telemetry;

/// <summary>
/// Requests that nobody is interested in for themselves, whoever sends them: probes, tokens and keys, the files of a page and the
/// connection that carries its clicks, which lasts for hours and whose clicks have traces of their own.
/// </summary>
internal static class Machinery
{
    private static readonly PathString[] s_paths =
    [
        "/health",
        "/alive",
        "/changes",
        "/connect/token",
        "/.well-known",
        "/_blazor",
        "/_framework",
        "/_content",
    ];

    private static readonly string[] s_files = [".css", ".js", ".mjs", ".svg", ".png", ".ico", ".woff2", ".webmanifest"];

    public static bool Serves(PathString path) =>
        Array.Exists(s_paths, known => path.StartsWithSegments(known))
        || Array.Exists(s_files, ending => path.Value?.EndsWith(ending, StringComparison.OrdinalIgnoreCase) == true);
}
