namespace Campaign.Contracts;

/// <summary>A unit's path: codes from the root joined by '/', e.g. <c>hn/thanh-xuan/ha-dinh/cb-03</c>.</summary>
public static class UnitPath
{
    /// <summary>Whether <paramref name="path"/> is <paramref name="root"/> or lies below it.</summary>
    public static bool IsWithin(string path, string root) =>
        path.StartsWith(root, StringComparison.Ordinal) && (path.Length == root.Length || path[root.Length] == '/');

    /// <summary>Whether it is the root's own path.</summary>
    public static bool IsRoot(string path) => !path.Contains('/', StringComparison.Ordinal);

    /// <summary>The paths of the units above, the nearest first.</summary>
    public static IEnumerable<string> Ancestors(string path)
    {
        for (var end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/', end - 1))
        {
            yield return path[..end];
        }
    }

    /// <summary>
    /// For SQL: the paths below one are those from <c>Low</c> up to, without, <c>High</c>, a range of an index on the path
    /// ('0' follows '/' in the C collation).
    /// </summary>
    public static (string Low, string High) Below(string path) => (path + "/", path + "0");

    /// <summary>The partition key of a path: its second segment, or the city for the root.</summary>
    public static string District(string path)
    {
        var start = path.IndexOf('/', StringComparison.Ordinal);
        if (start < 0)
        {
            return Districts.City;
        }

        var end = path.IndexOf('/', start + 1);
        return end < 0 ? path[(start + 1)..] : path[(start + 1)..end];
    }
}
