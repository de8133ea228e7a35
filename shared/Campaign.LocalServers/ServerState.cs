using System.Security.Cryptography;
using System.Text.Json;

namespace Campaign.LocalServers;

/// <summary>What a server's folder remembers between starts: its ports and, unless one was given, its generated password.</summary>
internal sealed record ServerState(Dictionary<string, int> Ports, string? Password)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    /// <summary>
    /// Reads the state, or makes one: each port is the wanted one, else the remembered one if still free, else a free one.
    /// </summary>
    /// <exception cref="ServerException">a wanted port is in use</exception>
    public static ServerState Load(string file, string? password, params ReadOnlySpan<(string Name, int? Wanted)> ports)
    {
        var saved = Read(file);
        var chosen = new Dictionary<string, int>();
        foreach (var (name, wanted) in ports)
        {
            if (wanted is { } port && !LocalServers.Ports.IsFree(port))
            {
                throw new ServerException($"Port {port} of 127.0.0.1 is in use by another program; stop it or choose another port.");
            }

            chosen[name] = wanted ?? LocalServers.Ports.FreeOr(saved?.Ports.GetValueOrDefault(name));
        }

        var state = new ServerState(chosen, password is null ? saved?.Password ?? NewPassword() : null);
        using (
            var stream = new FileStream(
                file,
                new FileStreamOptions
                {
                    Mode = FileMode.Create,
                    Access = FileAccess.Write,
                    UnixCreateMode = OwnerOnly,
                }
            )
        )
        {
            JsonSerializer.Serialize(stream, state, Json);
        }

        return state;
    }

    /// <summary>The port of the last start where it is still free, else a free one.</summary>
    public static int ChoosePort(string file, string name) => LocalServers.Ports.FreeOr(Read(file)?.Ports.GetValueOrDefault(name));

    private static ServerState? Read(string file) =>
        File.Exists(file) ? JsonSerializer.Deserialize<ServerState>(File.ReadAllText(file)) : null;

    private static string NewPassword() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
