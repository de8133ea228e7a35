using Campaign.Contracts;

namespace Campaign.Defaults.Access;

/// <summary>A unit's path: codes from the root joined by '/', e.g. <c>hn/thanh-xuan/ha-dinh/cb-03</c>.</summary>
public static class UnitPath
{
    /// <summary>Whether <paramref name="path"/> is <paramref name="root"/> or lies below it.</summary>
    public static bool IsWithin(string path, string root) =>
        path.StartsWith(root, StringComparison.Ordinal) && (path.Length == root.Length || path[root.Length] == '/');

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
