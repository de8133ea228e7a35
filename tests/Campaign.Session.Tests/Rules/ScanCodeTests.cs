using Campaign.Sessions.CheckIn;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Session.Tests.Rules;

public sealed class ScanCodeTests
{
    private static readonly Guid s_session = Guid.NewGuid();
    private static readonly byte[] s_secret = ScanCode.NewSecret();
    private static readonly DateTimeOffset s_start = new(2026, 3, 3, 12, 30, 0, TimeSpan.Zero);

    [Fact]
    public void A_code_is_valid_while_shown_and_one_period_after_and_never_again() =>
        Prop.ForAll(Gen.Choose(0, 100_000).ToArbitrary(), Gen.Choose(0, 200_000).ToArbitrary(), (shownAfter, scannedAfter) =>
            {
                var shown = s_start.AddMilliseconds(shownAfter);
                var scanned = shown.AddMilliseconds(scannedAfter);
                var periods = (scanned.ToUnixTimeMilliseconds() / 20_000) - (shown.ToUnixTimeMilliseconds() / 20_000);
                return ScanCode.Check(s_secret, s_session, ScanCode.At(s_secret, s_session, shown), scanned)
                    == (periods <= 1 ? ScanVerdict.Valid : ScanVerdict.Expired);
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_screenshot_is_refused_a_minute_later_whenever_it_was_taken() =>
        Enumerable
            .Range(0, 40)
            .Select(half => s_start.AddMilliseconds(half * 500))
            .ShouldAllBe(taken =>
                ScanCode.Check(s_secret, s_session, ScanCode.At(s_secret, s_session, taken), taken.AddSeconds(60)) == ScanVerdict.Expired
            );

    [Fact]
    public void A_code_of_another_session_another_secret_or_a_changed_period_is_none()
    {
        var code = ScanCode.At(s_secret, s_session, s_start);
        var later = ScanCode.At(s_secret, s_session, s_start.AddMinutes(5));
        ScanCode.Check(s_secret, Guid.NewGuid(), code, s_start).ShouldBe(ScanVerdict.Wrong);
        ScanCode.Check(ScanCode.NewSecret(), s_session, code, s_start).ShouldBe(ScanVerdict.Wrong);
        ScanCode
            .Check(s_secret, s_session, $"{later.Split('.')[0]}.{code.Split('.')[1]}", s_start.AddMinutes(5))
            .ShouldBe(ScanVerdict.Wrong);
        ScanCode.Check(s_secret, s_session, later, s_start).ShouldBe(ScanVerdict.Wrong);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("zz.zz")]
    [InlineData("123456")]
    public void Anything_else_is_none(string? code)
    {
        ScanCode.Check(s_secret, s_session, code, s_start).ShouldBe(ScanVerdict.Wrong);
        ScanCode.CheckTicket(s_secret, s_session, code, s_start).ShouldBe(ScanVerdict.Wrong);
    }

    [Fact]
    public void A_ticket_lasts_ten_minutes_and_is_no_code()
    {
        var ticket = ScanCode.TicketAt(s_secret, s_session, s_start);
        ScanCode.CheckTicket(s_secret, s_session, ticket, s_start.AddMinutes(10)).ShouldBe(ScanVerdict.Valid);
        ScanCode.CheckTicket(s_secret, s_session, ticket, s_start.AddMinutes(11)).ShouldBe(ScanVerdict.Expired);
        ScanCode.Check(s_secret, s_session, ticket, s_start).ShouldBe(ScanVerdict.Wrong);
        ScanCode.CheckTicket(s_secret, s_session, ScanCode.At(s_secret, s_session, s_start), s_start).ShouldBe(ScanVerdict.Wrong);
    }

    [Fact]
    public void The_screen_changes_with_the_period()
    {
        var changes = ScanCode.ChangesAt(s_start.AddSeconds(7));
        changes.ShouldBe(s_start.AddSeconds(20));
        ScanCode.At(s_secret, s_session, changes.AddTicks(-1)).ShouldBe(ScanCode.At(s_secret, s_session, s_start));
        ScanCode.At(s_secret, s_session, changes).ShouldNotBe(ScanCode.At(s_secret, s_session, s_start));
    }

    [Fact]
    public void Code_is_six_digits() =>
        Enumerable.Range(0, 200).Select(_ => SessionCode.New()).ShouldAllBe(code => code.Length == 6 && code.All(char.IsAsciiDigit));
}
