using System.Globalization;
using System.Text;
using MimeKit;

namespace Campaign.Directives.Mails;

/// <summary>One open assignment that a mail tells of.</summary>
internal sealed record MailLine(string Unit, string Symbol, string Document, string Title, DateOnly DueOn, bool Overdue);

/// <summary>Writes the mail: plain text in Vietnamese, what is overdue first, with the way to the inbox and out of the mails.</summary>
internal static class MailText
{
    /// <summary>A longer list is read in the inbox.</summary>
    public const int MaxLines = 100;

    public static MimeMessage Write(Mail mail, IReadOnlyList<MailLine> lines, MailboxAddress from, Uri origin)
    {
        var inbox = new Uri(origin, "inbox");
        var message = new MimeMessage
        {
            MessageId = $"{mail.Id:N}@{from.Domain}",
            Subject = Subject(mail.Day, lines),
            Body = new TextPart("plain") { Text = Body(mail.Name!, lines, inbox) },
        };
        message.From.Add(from);
        message.To.Add(new MailboxAddress(mail.Name, mail.Address!));
        // no answer of a machine to a machine
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add(HeaderId.ListUnsubscribe, $"<{inbox}>");
        return message;
    }

    private static string Subject(DateOnly day, IReadOnlyList<MailLine> lines)
    {
        var overdue = lines.Count(line => line.Overdue);
        return $"Nhắc việc ngày {Day(day)}: {lines.Count} việc" + (overdue > 0 ? $", {overdue} quá hạn" : "");
    }

    private static string Body(string name, IReadOnlyList<MailLine> lines, Uri inbox)
    {
        var text = new StringBuilder($"Kính gửi đồng chí {OneLine(name)},\r\n\r\nNhững việc sau của đơn vị còn phải làm:\r\n");
        foreach (
            var unit in lines.OrderByDescending(line => line.Overdue).ThenBy(line => line.DueOn).Take(MaxLines).GroupBy(line => line.Unit)
        )
        {
            text.Append(CultureInfo.InvariantCulture, $"\r\n{OneLine(unit.Key)}\r\n");
            foreach (var document in unit.GroupBy(line => (line.Symbol, line.Document)))
            {
                text.Append(CultureInfo.InvariantCulture, $"  {document.Key.Symbol} · {OneLine(document.Key.Document)}\r\n");
                foreach (var line in document)
                {
                    text.Append(
                        CultureInfo.InvariantCulture,
                        $"    - {OneLine(line.Title)}: {(line.Overdue ? "quá hạn từ" : "hạn")} {Day(line.DueOn)}\r\n"
                    );
                }
            }
        }

        if (lines.Count > MaxLines)
        {
            text.Append(CultureInfo.InvariantCulture, $"\r\n… và {lines.Count - MaxLines} việc khác.\r\n");
        }

        return text.Append(
                CultureInfo.InvariantCulture,
                $"\r\nXem, xử lý, hoặc thôi nhận thư này: {inbox}\r\n\r\nThư tự động, mỗi ngày nhiều nhất một thư.\r\n"
            )
            .ToString();
    }

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
