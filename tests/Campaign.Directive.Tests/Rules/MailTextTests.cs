using Campaign.Directives.Mails;
using MimeKit;

namespace Campaign.Directives.Tests.Rules;

public sealed class MailTextTests
{
    private static readonly DateOnly s_day = new(2026, 3, 2);
    private static readonly Mail s_mail = new()
    {
        Id = Guid.NewGuid(),
        AccountId = Guid.NewGuid(),
        Day = s_day,
        UnitIds = [],
        Name = "Trần Văn An",
        Address = "an@example.vn",
        State = MailStates.Waiting,
        NotBefore = DateTimeOffset.UnixEpoch,
    };

    [Fact]
    public void Overdue_comes_first_and_is_counted_in_the_subject()
    {
        var mail = Write(Line("Sau", s_day.AddDays(5)), Line("Trước", s_day.AddDays(-5), overdue: true));
        mail.Subject.ShouldBe("Nhắc việc ngày 02/03/2026: 2 việc, 1 quá hạn");
        mail.TextBody!.IndexOf("Trước: quá hạn từ 25/02/2026", StringComparison.Ordinal)
            .ShouldBeInRange(1, mail.TextBody.IndexOf("Sau: hạn 07/03/2026", StringComparison.Ordinal));
        mail.TextBody.ShouldContain("https://campaign.example/inbox");
    }

    [Fact]
    public void Text_of_others_makes_no_lines_and_no_headers_of_its_own()
    {
        var mail = Write(Line("Báo cáo\r\nBcc: all@example.vn\r\n\r\nhttps://evil.example", s_day));
        mail.TextBody!.Split("\r\n").ShouldNotContain(line => line.StartsWith("Bcc", StringComparison.Ordinal));
        mail.Bcc.ShouldBeEmpty();
        mail.TextBody.ShouldContain("    - Báo cáo Bcc: all@example.vn https://evil.example: hạn");
    }

    [Fact]
    public void Message_id_is_the_mails_own() => Write(Line("A", s_day)).MessageId.ShouldBe($"{s_mail.Id:N}@campaign.example");

    [Theory]
    [InlineData(null, "campaign@example.vn", "starttls", true)]
    [InlineData("smtp", "campaign@example.vn", "starttls", true)]
    [InlineData("smtp", null, "starttls", false)]
    [InlineData("smtp", "campaign@example.vn", "ssl", false)]
    public void Settings_that_could_not_work_stop_the_start(string? host, string? from, string security, bool valid) =>
        new MailSettings
        {
            Host = host,
            From = from,
            Security = security,
        }
            .Validate(new(new object()))
            .Any()
            .ShouldBe(!valid);

    private static MailLine Line(string title, DateOnly due, bool overdue = false) =>
        new("Chi bộ 1", "39-KH/QU", "Kế hoạch", title, due, overdue);

    private static MimeMessage Write(params MailLine[] lines) =>
        MailText.Write(s_mail, lines, new MailboxAddress("Chiến dịch", "no-reply@campaign.example"), new Uri("https://campaign.example/"));
}
