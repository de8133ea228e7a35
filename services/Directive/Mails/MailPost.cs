using Campaign.Contracts;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Campaign.Directives.Mails;

/// <summary>How the server took a mail.</summary>
internal enum Taken
{
    Yes,

    /// <summary>Not now: it is tried again.</summary>
    NotNow,

    /// <summary>Never: the recipient or the mail is refused for good.</summary>
    Never,
}

/// <summary>The server cannot be worked with at all: away, another certificate, another password. No mail is to blame.</summary>
internal sealed class MailServerException(Finding reason, Exception inner) : Exception(reason.Text, inner)
{
    public Finding Reason => reason;
}

/// <summary>One connection to the SMTP server, opened when the first mail goes out.</summary>
internal sealed class MailPost(MailSettings settings) : IDisposable
{
    private readonly SmtpClient _smtp = new();

    /// <summary>Hands one mail to the server, within <see cref="MailSettings.Timeout"/>.</summary>
    /// <exception cref="MailServerException">No mail can be sent at the moment.</exception>
    public async Task<(Taken Taken, string? Reason)> SendAsync(MimeMessage message, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(settings.Timeout);
        await ConnectAsync(limit.Token, ct);
        limit.CancelAfter(settings.Timeout);
        try
        {
            await _smtp.SendAsync(message, limit.Token);
            return (Taken.Yes, null);
        }
        catch (SmtpCommandException refused) when (refused.ErrorCode == SmtpErrorCode.SenderNotAccepted)
        {
            throw new MailServerException(
                new Finding("mail-sender-refused", $"The server refuses the sender: {Said(refused)}", Cause: Said(refused)),
                refused
            );
        }
        catch (SmtpCommandException refused)
        {
            return ((int)refused.StatusCode >= 500 ? Taken.Never : Taken.NotNow, Said(refused));
        }
        catch (Exception broken)
            when (broken is SmtpProtocolException or IOException or ServiceNotConnectedException || TookTooLong(broken, ct))
        {
            // whether it was taken is not known: the same Message-ID tells the recipient's program
            return (Taken.NotNow, TookTooLong(broken, ct) ? MailReason.TooSlow(settings.Timeout) : MailReason.Broken(broken.Message));
        }
    }

    public void Dispose() => _smtp.Dispose();

    private async Task ConnectAsync(CancellationToken limit, CancellationToken ct)
    {
        if (_smtp.IsConnected)
        {
            return;
        }

        try
        {
            await _smtp.ConnectAsync(settings.Host!, settings.Port, settings.Socket, limit);
            if (!string.IsNullOrEmpty(settings.User))
            {
                await _smtp.AuthenticateAsync(settings.User, settings.Password ?? "", limit);
            }
        }
        catch (Exception exception)
            when (exception
                    is System.Net.Sockets.SocketException
                        or IOException
                        or SslHandshakeException
                        or AuthenticationException
                        or SmtpCommandException
                        or SmtpProtocolException
                        or NotSupportedException
                || TookTooLong(exception, ct)
            )
        {
            await _smtp.DisconnectAsync(false, CancellationToken.None);
            throw new MailServerException(
                exception switch
                {
                    SslHandshakeException => new Finding(
                        "mail-untrusted",
                        "The server's certificate is not trusted, or it does not speak TLS on this port."
                    ),
                    AuthenticationException => new Finding("mail-password-refused", "The server refuses user and password."),
                    OperationCanceledException => new Finding(
                        "mail-no-answer",
                        $"The server did not answer within {settings.Timeout.TotalSeconds:0} s."
                    ),
                    _ => new Finding("mail-away", exception.Message, Cause: exception.Message),
                },
                exception
            );
        }
    }

    private static string Said(SmtpCommandException refused) => $"{(int)refused.StatusCode} {refused.Message}";

    private static bool TookTooLong(Exception exception, CancellationToken ct) =>
        exception is OperationCanceledException or TimeoutException && !ct.IsCancellationRequested;
}
