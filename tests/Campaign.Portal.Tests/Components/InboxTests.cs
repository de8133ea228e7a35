using Bunit;
using Campaign.Api;
using Campaign.Api.Directive;
using Campaign.Portal.App;
using Campaign.Portal.Directives;

namespace Campaign.Portal.Tests.Components;

public sealed class InboxTests
{
    private static readonly Guid s_id = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly DateOnly s_day = new(2026, 3, 2);

    [Fact]
    public void Line_says_what_is_overdue_in_words_and_leaves_when_it_is_read()
    {
        using var context = new PortalContext("vi");
        context.SignIn("secretary@hn/thanh-xuan/cb-1");
        context.Answers.On("GET directive/inbox", new InboxView(1, [Notice()], null));
        context.Answers.On($"POST directive/inbox/{s_id}/read", new UnreadNotices(0));
        var list = context.Render<NoticeList>();
        list.WaitForElement(".notice").TextContent.ShouldContain("quá hạn từ 01/03/2026");

        context.Answers.On("GET directive/inbox", new InboxView(0, [], null));
        list.Find(".notice .action button").Click();

        list.WaitForAssertion(() => list.Find(".empty").TextContent.ShouldBe("Không có nhắc việc nào chưa đọc."));
    }

    [Fact]
    public void Navigation_shows_how_much_is_unread_and_follows_the_inbox()
    {
        using var context = new PortalContext();
        context.SignIn("secretary@hn/thanh-xuan/cb-1");
        context.Answers.Allows("directive", "answer", "hn/thanh-xuan/cb-1");
        context.Answers.On("GET directive/assignments", new Page<AssignmentView>([], null));
        context.Answers.On("GET directive/inbox", new InboxView(120, [Notice()], null));
        context.Answers.On($"POST directive/inbox/{s_id}/read", new UnreadNotices(7));
        var navigation = context.Render<Navigation>();
        navigation.WaitForElement(".badge").TextContent.ShouldBe("99+120 unread reminders");

        var inbox = context.Render<InboxPage>();
        inbox.WaitForElement(".notice .action button");
        context.Answers.On("GET directive/inbox", new InboxView(7, [], null));
        inbox.Find(".notice .action button").Click();

        navigation.WaitForAssertion(() => navigation.Find(".badge").TextContent.ShouldBe("77 unread reminders"));
    }

    [Fact]
    public void Navigation_says_nothing_while_the_service_is_away()
    {
        using var context = new PortalContext();
        context.SignIn("secretary@hn/thanh-xuan/cb-1");
        context.Answers.Allows("directive", "answer", "hn/thanh-xuan/cb-1");
        var navigation = context.Render<Navigation>();

        navigation.WaitForAssertion(() => context.Answers.Asked.ShouldContain(asked => asked.Request == "GET directive/inbox"));
        navigation.FindAll(".badge").ShouldBeEmpty();
        navigation.FindAll("[role=alert]").ShouldBeEmpty();
    }

    [Fact]
    public void Mails_are_switched_off_beside_the_reminders()
    {
        using var context = new PortalContext();
        context.Answers.On("GET directive/inbox/mail", new ReminderMails(true));
        context.Answers.On("POST directive/inbox/mail", new ReminderMails(false));
        var choice = context.Render<MailChoice>();
        choice.WaitForElement(".mail-choice").TextContent.ShouldContain("at most one mail a day");

        context.Answers.On("GET directive/inbox/mail", new ReminderMails(false));
        choice.Find(".action button").Click();

        choice.WaitForAssertion(() => choice.Find(".mail-choice").TextContent.ShouldContain("switched off"));
        context.Answers.Bodies.ShouldHaveSingleItem().ShouldContain("false");
    }

    private static NoticeView Notice() =>
        new(
            s_id,
            s_id,
            "39-KH/QU",
            "Kế hoạch",
            s_id,
            "Chi bộ 1",
            "hn/thanh-xuan/cb-1",
            s_day,
            null,
            [new ReminderView(s_id, "Báo cáo", "report", ReminderStages.Overdue, s_day, s_day.AddDays(-1), true)]
        )
        {
            May = ["read"],
        };
}
