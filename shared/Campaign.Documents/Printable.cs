using System.Text;
using Campaign.Texts;

namespace Campaign.Documents;

/// <summary>What the fonts can print.</summary>
public static class Printable
{
    /// <summary>
    /// Composed Vietnamese letters (combining marks would stand beside their letter); symbols and other scripts, which the fonts
    /// do not have, become question marks.
    /// </summary>
    public static string Of(string text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (var letter in TypedText.Composed(text))
        {
            printable.Append(
                letter
                    is (>= ' ' and <= '~')
                        or (>= '\u00a0' and <= '\u024f')
                        or (>= '\u1ea0' and <= '\u1ef9')
                        or '–'
                        or '—'
                        or '…'
                        or '“'
                        or '”'
                        or '‘'
                        or '’'
                    ? letter
                    : '?'
            );
        }

        return printable.ToString();
    }
}
