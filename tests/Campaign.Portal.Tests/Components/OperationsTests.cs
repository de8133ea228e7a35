using System.Text.Json;
using Bunit;
using Campaign.Api.Directive;
using Campaign.Api.Operations;
using Campaign.Contracts;
using Campaign.Portal.Operations;

namespace Campaign.Portal.Tests.Components;

/// <summary>What services say of themselves reaches an operator in the operator's language and time.</summary>
public sealed class OperationsTests : IDisposable
{
    private readonly string _board = Path.GetTempFileName();

    public void Dispose() => File.Delete(_board);

    [Theory]
    [InlineData(
        "vi",
        "Không liên lạc được máy chủ thông điệp; sự kiện đang chờ trong nhật ký.",
        "Lần hỏng gần nhất, lúc 23/11/2026 15:05:",
        "Đã kết thúc với mã thoát 137."
    )]
    [InlineData(
        "en",
        "The broker is away; events wait in the event log.",
        "Last failure, at 23 Nov 2026 15:05:",
        "It ended with exit code 137."
    )]
    public void A_service_that_is_ill_says_why_and_when_it_last_failed(string language, string why, string last, string how)
    {
        using var context = Operator(language);
        Health(
            context,
            Resources.Session,
            new
            {
                status = "Unhealthy",
                checks = new
                {
                    messaging = Check(new Finding("broker-away", "The broker is away; events wait: refused", Cause: "refused")),
                },
            }
        );
        Board(
            new
            {
                name = Resources.Session,
                kind = "service",
                state = "healthy",
                restarts = 1,
                lastFailure = new { at = "2026-11-23T08:05:10Z", what = new Finding("exited", "exit code 137", "137") },
            }
        );

        var row = Row(context, Resources.Session);

        row.QuerySelector("p")!.TextContent.ShouldContain(why);
        row.QuerySelector("p [lang=en]")!.TextContent.ShouldBe("refused");
        row.QuerySelector(".last-failure")!.TextContent.ShouldStartWith(last);
        row.QuerySelector(".last-failure")!.TextContent.ShouldContain(how);
        row.TextContent.ShouldNotContain("08:05");
    }

    [Fact]
    public void A_code_that_is_new_is_said_as_it_was_delivered()
    {
        using var context = Operator("vi");
        Health(
            context,
            Resources.City,
            new
            {
                status = "Degraded",
                checks = new
                {
                    moon = Check(new Finding("moon-full", "The moon is full.")),
                    sun = new { status = "Degraded", description = "The sun is down." },
                },
            }
        );

        var said = Row(context, Resources.City).QuerySelectorAll("p [lang=en]").Select(text => text.TextContent);

        said.ShouldBe(["The moon is full.", "The sun is down."]);
    }

    [Fact]
    public void A_service_that_somebody_stopped_is_said_to_be_stopped_not_ill()
    {
        using var context = Operator("en");
        Board(
            new
            {
                name = Resources.City,
                kind = "service",
                state = "stopped",
                restarts = 0,
            }
        );

        var row = Row(context, Resources.City);

        row.TextContent.ShouldContain("Stopped");
        row.TextContent.ShouldNotContain("does not answer");
    }

    [Fact]
    public void The_dashboard_is_linked_where_there_is_one()
    {
        using var context = Operator("en");
        context.Settings["Operations:DashboardUrl"] = "http://127.0.0.1:18888";

        var page = context.Render<OperationsPage>();
        page.WaitForElement("tbody tr");

        page.FindAll("a[href='http://127.0.0.1:18888']").ShouldHaveSingleItem();
    }

    [Fact]
    public void A_service_that_does_not_answer_is_said_so()
    {
        using var context = Operator("vi");

        Row(context, Resources.City).TextContent.ShouldContain("Không trả lời.");
    }

    [Fact]
    public void What_keeps_events_and_mails_is_said_in_the_readers_language()
    {
        using var context = Operator("vi");
        context.Answers.On(
            "GET session/operations/messaging",
            new MessagingStatus(
                "session",
                [new Finding("district-unpublished", "Events of 'thanh-xuan' wait to be published: x", "thanh-xuan", "x")],
                new RelayStatus(0, [], []),
                [],
                0,
                new MessagingCounts(0, 0, 0, 0, 0),
                [],
                []
            )
        );
        context.Answers.On(
            "GET directive/operations/mail",
            new MailStatus(
                "away",
                new Finding("mail-password-refused", "The server refuses user and password."),
                1,
                0,
                1,
                [
                    new FailedMail(
                        Guid.NewGuid(),
                        new DateOnly(2026, 11, 23),
                        "given-up",
                        1,
                        new Finding("mail-refused", "550 No such user <…>", Cause: "550 No such user <…>")
                    ),
                ]
            )
        );

        var messages = context.Render<ServiceMessages>(parameters => parameters.Add(m => m.Service, Resources.Session));
        messages.WaitForElement(".problem").TextContent.ShouldContain("Sự kiện của thanh-xuan đang chờ gửi đi.");
        var mails = context.Render<MailCard>();
        mails.WaitForElement(".problem").TextContent.ShouldContain("Máy chủ thư không nhận tên hoặc mật khẩu");
        mails.Find("td:last-child").TextContent.ShouldContain("Máy chủ thư không nhận thư này.");
        mails.Find("td:last-child [lang=en]").TextContent.ShouldBe("550 No such user <…>");
    }

    private static object Check(params Finding[] findings) =>
        new
        {
            status = "Unhealthy",
            description = "in English",
            findings,
        };

    private static void Health(PortalContext context, string service, object health) => context.Answers.On($"GET {service}/health", health);

    private void Board(object resource) =>
        File.WriteAllText(_board, JsonSerializer.Serialize(new { resources = new[] { resource } }, JsonSerializerOptions.Web));

    private static AngleSharp.Dom.IElement Row(PortalContext context, string name)
    {
        var page = context.Render<OperationsPage>();
        page.WaitForElement("tbody tr");
        return page.FindAll("tbody tr").Single(row => row.QuerySelector("td")!.TextContent == name);
    }

    private PortalContext Operator(string language)
    {
        var context = new PortalContext(language);
        context.SignIn("operator@hn");
        context.Settings["Operations:ResourcesFile"] = _board;
        return context;
    }
}
