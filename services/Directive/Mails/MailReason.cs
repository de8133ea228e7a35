using System.Globalization;
using Campaign.Contracts;

namespace Campaign.Directives.Mails;

/// <summary>Why a mail did not go out: kept with the mail as one English text, told to operators as a finding.</summary>
internal static class MailReason
{
    public const string TooOld = "Could not be sent for 3 days.";

    private const string Broke = "The connection broke: ";
    private const string Slow = "The server took longer than ";

    public static string Broken(string cause) => Broke + cause;

    public static string TooSlow(TimeSpan limit) => string.Create(CultureInfo.InvariantCulture, $"{Slow}{limit.TotalSeconds:0} s.");

    /// <param name="text">Of this class, or what the server said, e.g. <c>550 No such user</c>.</param>
    public static Finding Read(string text) =>
        text switch
        {
            TooOld => new Finding("mail-too-old", text),
            _ when text.StartsWith(Slow, StringComparison.Ordinal) => new Finding("mail-slow", text),
            _ when text.StartsWith(Broke, StringComparison.Ordinal) => new Finding("mail-broke", text, Cause: text[Broke.Length..]),
            _ => new Finding("mail-refused", text, Cause: text),
        };
}
