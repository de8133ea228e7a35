using System.Text;
using Campaign.Api.Directive;
using Campaign.Hosting.Problems;

namespace Campaign.Directives.Documents;

/// <summary>
/// State secrets may not be put on a networked system (Law 117/2025 on the protection of state secrets): a document with a
/// secrecy mark (mật, tối mật, tuyệt mật) is refused before anything of it is stored or logged.
/// </summary>
public static class SecrecyMark
{
    private static readonly string[] s_marks = ["mật", "tối mật", "tuyệt mật"];

    /// <exception cref="Problem"><c>secrecy-marked</c> (422).</exception>
    public static void Refuse(string? mark, string? body)
    {
        if (!string.IsNullOrWhiteSpace(mark) || IsStamped(body))
        {
            // says nothing of the document: the answer may be logged on its way
            throw new Problem(DirectiveProblems.SecrecyMarked);
        }
    }

    /// <summary>Whether a line of the text is nothing but a mark, as it is stamped at the head of a document.</summary>
    public static bool IsStamped(string? body)
    {
        foreach (var line in (body ?? "").AsSpan().EnumerateLines())
        {
            var stamp = line.Trim(" \t\u00a0*[]()");
            if (
                stamp.Length is > 0 and <= 30
                && s_marks.Contains(stamp.ToString().Normalize(NormalizationForm.FormC), StringComparer.InvariantCultureIgnoreCase)
            )
            {
                return true;
            }
        }

        return false;
    }
}
