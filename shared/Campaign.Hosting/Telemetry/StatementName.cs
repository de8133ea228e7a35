using Npgsql;

namespace Campaign.Hosting.Telemetry;

/// <summary>What a statement is called in a trace: what it does, and to which table first. Its whole text is in the span.</summary>
internal static class StatementName
{
    private static readonly string[] s_verbs = ["select", "insert", "update", "delete", "copy", "merge"];

    public static string Of(NpgsqlBatch batch) =>
        Of(batch.BatchCommands[0].CommandText) + (batch.BatchCommands.Count > 1 ? $" and {batch.BatchCommands.Count - 1} more" : "");

    public static string Of(string statement)
    {
        // every statement passes here and nothing may fail or take long: no expression that backtracks
        string? first = null,
            verb = null;
        var isTable = false;
        foreach (var word in Words(statement))
        {
            first ??= word;
            if (verb is null)
            {
                verb = Array.Find(s_verbs, known => word.Equals(known, StringComparison.OrdinalIgnoreCase));
                isTable = verb is "update" or "copy";
            }
            else if (isTable && !IsAny(word, "only", "lateral", "select"))
            {
                return $"{verb} {word}";
            }
            else if (!isTable || IsAny(word, "select"))
            {
                isTable = IsAny(word, "from", "into");
            }
        }

        return (verb ?? first ?? "").ToLowerInvariant();
    }

    private static bool IsAny(string word, params ReadOnlySpan<string> known)
    {
        foreach (var one in known)
        {
            if (word.Equals(one, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> Words(string statement)
    {
        for (int start = 0, end; start < statement.Length; start = end + 1)
        {
            for (end = start; end < statement.Length && (char.IsLetterOrDigit(statement[end]) || statement[end] is '_' or '.'); end++) { }

            if (end > start)
            {
                yield return statement[start..end];
            }
        }
    }
}
