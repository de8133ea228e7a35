using System.Text;

namespace Campaign.Scenarios.Plans;

/// <summary>Lines of the files that the scenarios read and send; no value spans lines.</summary>
internal static class Csv
{
    public static string[] Split(string line)
    {
        List<string> values = [];
        var value = new StringBuilder();
        var quoted = false;
        foreach (var letter in line)
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (letter == ',' && !quoted)
            {
                values.Add(value.ToString());
                value.Clear();
            }
            else
            {
                value.Append(letter);
            }
        }

        return [.. values, value.ToString()];
    }

    public static string Line(params IEnumerable<string> values) =>
        string.Join(
            ',',
            values.Select(value =>
                value.AsSpan().IndexOfAny(',', '"') < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            )
        );
}
