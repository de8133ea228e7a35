using System.ComponentModel.DataAnnotations;
using MailKit.Security;
using MimeKit;

namespace Campaign.Directives.Mails;

/// <summary>Section <c>Mail</c>. Without a host no mails are sent, which is no error: the inbox says the same.</summary>
public sealed class MailSettings : IValidatableObject
{
    /// <summary>The SMTP server; unset: no mails.</summary>
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    /// <summary><c>starttls</c> (demanded, not only taken when offered), <c>tls</c> (from the first byte) or <c>none</c>.</summary>
    public string Security { get; set; } = "starttls";

    public string? User { get; set; }

    /// <summary>A secret: from the environment or a file that is not in the repository.</summary>
    public string? Password { get; set; }

    /// <summary>Address, with or without a name: <c>Chiến dịch &lt;nhac-viec@example.vn&gt;</c>.</summary>
    public string? From { get; set; }

    /// <summary>False sends nothing although there is a server.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The time of day in Hà Nội at which the day's mails go out.</summary>
    public TimeSpan At { get; set; } = TimeSpan.FromHours(7);

    /// <summary>The longest that the server may take over one mail.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a mail is tried that the server does not take for now.</summary>
    public int Attempts { get; set; } = 8;

    public bool IsOn => Enabled && !string.IsNullOrWhiteSpace(Host);

    internal MailboxAddress Sender => MailboxAddress.Parse(From!);

    internal SecureSocketOptions Socket =>
        Security switch
        {
            "tls" => SecureSocketOptions.SslOnConnect,
            "none" => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls,
        };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Security is not ("starttls" or "tls" or "none"))
        {
            yield return new ValidationResult("Mail:Security must be starttls, tls or none.");
        }

        if (!string.IsNullOrWhiteSpace(Host) && !MailboxAddress.TryParse(From, out _))
        {
            yield return new ValidationResult("Mail:From must be the sender's address when Mail:Host is set.");
        }

        if (Port is < 1 or > 65535 || Attempts < 1 || Timeout <= TimeSpan.Zero || At < TimeSpan.Zero || At >= TimeSpan.FromDays(1))
        {
            yield return new ValidationResult("Mail:Port, Mail:Attempts, Mail:Timeout or Mail:At is out of range.");
        }
    }
}
