using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Directives.Tests.Service;
using Campaign.Testing;

namespace Campaign.Directives.Tests.Mails;

[Collection(ServiceTests.Name)]
public sealed class MailTests : IAsyncLifetime
{
    private static int s_day = 100;
    private readonly Service.DirectiveService _service;
    private readonly MailServer _server = new();
    private readonly Office _office;

    public MailTests(Service.DirectiveService service)
    {
        _service = service;
        _office = new Office(service, _server.Port);
    }

    public async ValueTask InitializeAsync()
    {
        // each test has days of its own, and nobody is told of what other tests asked for
        _service.Clock.Ahead = TimeSpan.FromDays(Interlocked.Add(ref s_day, 100));
        await _office.RemindAsync();
        await _service.ExecuteAsync(
            "update reminders set mailed_on = day where mailed_on is null; update mails set state = 'sent' where state in "
                + "('gathered', 'waiting')"
        );
        await _server.StartAsync();
    }

    [Fact]
    public async Task Person_gets_one_mail_a_day_for_all_units_of_the_post()
    {
        var ward = await _service.WardAsync(3);
        await _service.IssuedAsync(
            ward.Cells,
            _service.Asking(RequirementKinds.Acknowledge, 5),
            _service.Asking(RequirementKinds.Report, 20)
        );
        _office.Add("bao@campaign.example", ward.Cells[0].Path, ward.Cells[1].Path);
        await WholeDayAsync();
        await WholeDayAsync();

        var mail = _server.Taken.ShouldHaveSingleItem();
        mail.Subject.ShouldBe($"Nhắc việc ngày {_service.Today:dd/MM/yyyy}: 4 việc");
        mail.To.Mailboxes.Single().Address.ShouldBe("bao@campaign.example");
        mail.From.Mailboxes.Single().Name.ShouldBe("Chiến dịch");
        mail.TextBody!.ShouldContain($"Đơn vị {ward.Cells[0].Path}");
        mail.TextBody!.ShouldContain($"Đơn vị {ward.Cells[1].Path}");
        mail.TextBody!.ShouldNotContain(ward.Cells[2].Path);
        mail.TextBody!.ShouldContain("https://campaign.example/inbox");
        mail.HtmlBody.ShouldBeNull();
        mail.Headers["Auto-Submitted"].ShouldBe("auto-generated");

        // the next day something new is said, and what was done is not
        var done = (
            await _service.Secretary(ward.Unit).AssignmentsAsync(unit: ward.Cells[0].Id, requirement: RequirementKinds.Acknowledge)
        ).Items.Single();
        await _service.Secretary(ward.Unit).AcknowledgeAsync(done.Id, new Acknowledge(null));
        await LaterAsync(6);
        _server.Taken.Count.ShouldBe(2);
        _server.Taken[1].Subject.ShouldBe($"Nhắc việc ngày {_service.Today:dd/MM/yyyy}: 1 việc, 1 quá hạn");
        _server.Taken[1].MessageId.ShouldNotBe(mail.MessageId);
    }

    [Fact]
    public async Task Address_is_forgotten_when_the_mail_is_out_and_no_log_has_it()
    {
        var ward = await _service.WardAsync(1);
        await _service.IssuedAsync(ward.Cells, _service.Asking(RequirementKinds.Report, 20));
        var account = _office.Add("quen@campaign.example", ward.Cells[0].Path);
        await WholeDayAsync();

        (await StatesAsync(account)).ShouldBe(["sent"]);
        (await _service.ScalarAsync<long>("select count(*) from mails where address is not null or name is not null")).ShouldBe(0);
        (await _service.ScalarAsync<long>("select count(*) from messaging.event_log where payload::text like '%quen@%'")).ShouldBe(0);
    }

    [Fact]
    public async Task Server_that_was_away_loses_nothing_and_gets_nothing_twice()
    {
        var ward = await _service.WardAsync(3);
        await _service.IssuedAsync(ward.Cells, _service.Asking(RequirementKinds.Report, 20));
        var accounts = ward.Cells.Select((cell, no) => _office.Add($"p{no}@campaign.example", cell.Path)).ToList();
        _server.Stop();
        for (var i = 0; i < 5; i++)
        {
            await WholeDayAsync();
            _service.Clock.Ahead += TimeSpan.FromMinutes(2);
        }

        _office.State.Problem!.Code.ShouldBe("mail-away");
        (await StatesAsync([.. accounts])).ShouldBe(["waiting", "waiting", "waiting"]);
        await _server.StartAsync();
        await WholeDayAsync();
        await WholeDayAsync();

        _office.State.Problem.ShouldBeNull();
        _server
            .Taken.Select(mail => mail.To.Mailboxes.Single().Address)
            .Order()
            .ShouldBe(["p0@campaign.example", "p1@campaign.example", "p2@campaign.example"]);
        (await StatesAsync([.. accounts])).ShouldBe(["sent", "sent", "sent"]);
    }

    [Fact]
    public async Task Refused_recipient_is_given_up_with_the_reason_and_holds_up_nobody()
    {
        var ward = await _service.WardAsync(3);
        await _service.IssuedAsync(ward.Cells, _service.Asking(RequirementKinds.Report, 20));
        var nobody = _office.Add("nobody@campaign.example", ward.Cells[0].Path);
        var later = _office.Add("later@campaign.example", ward.Cells[1].Path);
        var neverNow = _office.Add("never-now@campaign.example", ward.Cells[2].Path);
        var good = _office.Add("good@campaign.example", ward.Cells[0].Path);
        for (var i = 0; i < 5; i++)
        {
            await WholeDayAsync();
            _service.Clock.Ahead += TimeSpan.FromMinutes(10);
        }

        (await StatesAsync(nobody, later, neverNow, good)).ShouldBe(["given-up", "sent", "given-up", "sent"]);
        var status = await _service.As($"{Roles.Operator}@hn").MailStatusAsync();
        var failed = status.Failed.Single(mail => mail.AccountId == nobody);
        (failed.State, failed.Attempts, failed.Reason.Code, failed.Reason.Cause).ShouldBe(
            ("given-up", 1, "mail-refused", "550 No such user <…>")
        );
        status.Failed.Single(mail => mail.AccountId == neverNow).Attempts.ShouldBe(3);
    }

    [Fact]
    public async Task Slow_server_is_not_waited_for_and_what_it_took_late_comes_again_under_the_same_id()
    {
        var ward = await _service.WardAsync(2);
        await _service.IssuedAsync(ward.Cells, _service.Asking(RequirementKinds.Report, 20));
        var slow = _office.Add("slow@campaign.example", ward.Cells[0].Path);
        var quick = _office.Add("quick@campaign.example", ward.Cells[1].Path);
        await WholeDayAsync();
        (await StatesAsync(slow, quick)).ShouldBe(["waiting", "sent"]);

        await Eventually.TrueAsync(
            "the slow mail to be taken",
            () => Task.FromResult(_server.Taken.Count),
            taken => taken == 2,
            TimeSpan.FromSeconds(20)
        );
        _service.Clock.Ahead += TimeSpan.FromMinutes(2);
        await WholeDayAsync();
        (await StatesAsync(slow)).ShouldBe(["sent"]);
        var twice = _server.Taken.Where(mail => mail.To.Mailboxes.Single().Address == "slow@campaign.example").ToList();
        twice.Count.ShouldBe(2);
        twice[1].MessageId.ShouldBe(twice[0].MessageId);
    }

    [Fact]
    public async Task Nothing_goes_to_a_server_with_another_certificate_or_password()
    {
        var ward = await _service.WardAsync(1);
        await _service.IssuedAsync(ward.Cells, _service.Asking(RequirementKinds.Report, 20));
        var account = _office.Add("tls@campaign.example", ward.Cells[0].Path);
        _office.Settings.Password = "wrong";
        await WholeDayAsync();
        _office.State.Problem!.Code.ShouldBe("mail-password-refused");

        foreach (var security in new[] { "starttls", "tls" })
        {
            _server.Stop();
            await _server.StartAsync(security);
            _office.Settings.Security = security;
            _service.Clock.Ahead += TimeSpan.FromMinutes(2);
            await WholeDayAsync();
            _office.State.Problem!.Code.ShouldBe("mail-untrusted");
        }

        _server.Taken.ShouldBeEmpty();
        (await StatesAsync(account)).ShouldBe(["waiting"]);
    }

    [Fact]
    public async Task While_identity_is_away_nobody_is_forgotten()
    {
        var ward = await _service.WardAsync(1);
        await _service.IssuedAsync(ward.Cells, _service.Asking(RequirementKinds.Report, 20));
        var account = _office.Add("again@campaign.example", ward.Cells[0].Path);
        _office.IdentityIsAway = true;
        await Should.ThrowAsync<HttpRequestException>(WholeDayAsync);
        (await StatesAsync(account)).ShouldBeEmpty();

        _office.IdentityIsAway = false;
        await WholeDayAsync();
        (await StatesAsync(account)).ShouldBe(["sent"]);
    }

    [Fact]
    public async Task Whoever_wants_no_mails_gets_none_until_they_want_them_again()
    {
        var ward = await _service.WardAsync(1);
        await _service.IssuedAsync(ward.Cells, _service.Asking(RequirementKinds.Report, 20));
        var account = _office.Add("choice@campaign.example", ward.Cells[0].Path);
        var http = _service.Factory.As();
        http.DefaultRequestHeaders.Authorization = new(
            "Bearer",
            TestTokens.For([$"{Roles.Secretary}@{ward.Cells[0].Path}"], null, account)
        );
        var person = new DirectiveClient(http);
        (await person.ReminderMailsAsync()).ByMail.ShouldBeTrue();
        (await person.ChooseReminderMailsAsync(new(false))).ByMail.ShouldBeFalse();
        (await person.ReminderMailsAsync()).ByMail.ShouldBeFalse();
        await WholeDayAsync();
        (await StatesAsync(account)).ShouldBeEmpty();
        (await _service.Secretary(ward.Cells[0]).ReminderMailsAsync()).ByMail.ShouldBeTrue("it is each person's own choice");

        await person.ChooseReminderMailsAsync(new(true));
        await LaterAsync(13);
        (await StatesAsync(account)).ShouldBe(["sent"]);
        await _service.As($"{Roles.Member}@{ward.Cells[0].Path}").ReminderMailsAsync().ShouldBeRefusedAsync("not-allowed");
    }

    [Fact]
    public async Task Many_units_are_asked_about_some_hundred_at_a_time_and_still_make_one_mail()
    {
        var ward = await _service.WardAsync(250);
        await _service.IssuedAsync(ward.Cells, _service.Asking(RequirementKinds.Report, 20));
        _office.Add("all@campaign.example", [.. ward.Cells.Select(cell => cell.Path)]);
        await WholeDayAsync();

        _office.Asked.Count.ShouldBe(2);
        _office.Asked.ShouldAllBe(units => units.Count <= 200);
        var mail = _server.Taken.ShouldHaveSingleItem();
        mail.Subject!.ShouldContain(": 250 việc");
        mail.TextBody!.ShouldContain("và 150 việc khác");
    }

    [Fact]
    public async Task Without_a_server_the_service_is_healthy_and_says_so()
    {
        using var client = _service.Factory.CreateClient();
        (await client.GetStringAsync(new Uri("/health", UriKind.Relative))).ShouldContain("No mail server is set");
        (await _service.As($"{Roles.Operator}@hn").MailStatusAsync()).State.ShouldBe("off");
        await _service.Officer.MailStatusAsync().ShouldBeRefusedAsync("not-allowed");
    }

    public ValueTask DisposeAsync()
    {
        _service.Clock.Ahead = TimeSpan.Zero;
        _server.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task WholeDayAsync()
    {
        await _office.RemindAsync();
        await _office.GatherAsync();
        await _office.SendAsync();
    }

    private Task LaterAsync(int days)
    {
        _service.Clock.Ahead += TimeSpan.FromDays(days);
        return WholeDayAsync();
    }

    private async Task<List<string>> StatesAsync(params Guid[] accounts)
    {
        var states = new List<string>();
        foreach (var account in accounts)
        {
            states.AddRange(await _service.ColumnAsync($"select state from mails where account_id = '{account}'"));
        }

        return states;
    }
}
