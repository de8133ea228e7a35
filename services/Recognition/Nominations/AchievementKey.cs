using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Campaign.Recognition.Nominations;

/// <summary>
/// Tells whether two texts describe one achievement, which is not rewarded twice (Law 06/2022/QH15): the same words,
/// whatever their case, accents, spacing and punctuation. A person judges the rest.
/// </summary>
internal static class AchievementKey
{
    public static byte[] Of(string achievement)
    {
        var key = new StringBuilder(achievement.Length);
        foreach (var letter in achievement.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter) && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                key.Append(letter is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(letter));
            }
        }

        return SHA256.HashData(Encoding.UTF8.GetBytes(key.ToString()));
    }
}
