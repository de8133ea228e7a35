using System.Security.Cryptography;
using System.Text;
using Campaign.Texts;

namespace Campaign.Recognition.Nominations;

/// <summary>
/// Tells whether two texts describe one achievement, which is not rewarded twice (Law 06/2022/QH15): the same words,
/// whatever their case, accents, spacing and punctuation. A person judges the rest.
/// </summary>
internal static class AchievementKey
{
    public static byte[] Of(string achievement) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(SearchText.Fold(achievement).Replace(" ", "", StringComparison.Ordinal)));
}
