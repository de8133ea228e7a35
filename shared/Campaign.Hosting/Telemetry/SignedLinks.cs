using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Campaign.Hosting.Telemetry;

/// <summary>Whoever reads a signed link can use it, so none is recorded: calendar feeds and invitations.</summary>
public static partial class SignedLinks
{
    private static readonly string[] s_tags = ["url.path", "url.full"];

    /// <summary>The address without its token.</summary>
    public static string Hide(string address) => Token().Replace(address, "…");

    internal static void Hide(Activity activity)
    {
        foreach (var tag in s_tags)
        {
            if (activity.GetTagItem(tag) is string address && Token().IsMatch(address))
            {
                activity.SetTag(tag, Hide(address));
            }
        }
    }

    [GeneratedRegex("(?<=/(feeds|invitations?)/)[^/?]+", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Token();
}
