using System.Text.Json;

namespace Campaign.AppHost;

/// <summary>Generated values, kept with the data in a file that only its owner reads.</summary>
internal sealed class ParameterStore(string file)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    private static readonly Lock Changing = new(); // of all: the values of a folder are asked for side by side

    /// <exception cref="KeyNotFoundException">it was not generated</exception>
    public string Get(string name)
    {
        lock (Changing)
        {
            return Read()[name];
        }
    }

    public string GetOrAdd(string name, Func<string> generate)
    {
        lock (Changing)
        {
            var values = Read();
            if (!values.TryGetValue(name, out var value))
            {
                value = values[name] = generate();
                Write(values);
            }

            return value;
        }
    }

    private SortedDictionary<string, string> Read() =>
        File.Exists(file) ? JsonSerializer.Deserialize<SortedDictionary<string, string>>(File.ReadAllText(file)) ?? [] : [];

    private void Write(SortedDictionary<string, string> values)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var unfinished = file + ".new";
        using (
            var stream = new FileStream(
                unfinished,
                new FileStreamOptions
                {
                    Mode = FileMode.Create,
                    Access = FileAccess.Write,
                    UnixCreateMode = OwnerOnly,
                }
            )
        )
        {
            JsonSerializer.Serialize(stream, values, Json);
        }

        File.Move(unfinished, file, overwrite: true);
    }
}
