using Campaign.Texts;

namespace Campaign.Documents;

/// <summary>Breaks a text into lines at its spaces.</summary>
public static class TextLines
{
    /// <param name="text">Any text; spaces and line breaks count alike.</param>
    /// <param name="most">So many lines at most; the rest is left out and the last line says so with an ellipsis.</param>
    /// <param name="fits">Whether a line fits the measure.</param>
    public static IReadOnlyList<string> Wrap(string text, int most, Func<string, bool> fits)
    {
        var words = new Queue<string>(TypedText.Composed(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        List<string> lines = [];
        while (words.Count > 0 && lines.Count < most)
        {
            lines.Add(NextLine(words, fits));
        }

        if (words.Count > 0)
        {
            lines[^1] = Ended(lines[^1], fits);
        }

        return lines;
    }

    // a word that is wider than a line stands alone
    private static string NextLine(Queue<string> words, Func<string, bool> fits)
    {
        var line = words.Dequeue();
        while (words.TryPeek(out var next) && fits($"{line} {next}"))
        {
            line = $"{line} {words.Dequeue()}";
        }

        return line;
    }

    private static string Ended(string line, Func<string, bool> fits)
    {
        while (!fits($"{line} …") && line.LastIndexOf(' ') is > 0 and var space)
        {
            line = line[..space];
        }

        return $"{line} …";
    }
}
