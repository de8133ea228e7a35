using Campaign.Defaults.Problems;
using Campaign.Sessions;
using Microsoft.Extensions.Time.Testing;

namespace Campaign.Session.Tests.Rules;

public sealed class WrongCodesTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly WrongCodes _codes;

    public WrongCodesTests() => _codes = new WrongCodes(_time);

    [Fact]
    public void Fifth_wrong_code_stops_the_account_and_nobody_else()
    {
        Guess("a", WrongCodes.Tries - 1);
        _codes.Demand("a");
        Guess("a", 1);
        Should.Throw<Problem>(() => _codes.Demand("a")).Slug.ShouldBe("too-many-wrong-codes");
        _codes.Demand("b");
    }

    [Fact]
    public void Account_may_try_again_after_the_window()
    {
        Guess("a", WrongCodes.Tries);
        _time.Advance(WrongCodes.Window - TimeSpan.FromSeconds(1));
        Should.Throw<Problem>(() => _codes.Demand("a"));
        _time.Advance(TimeSpan.FromSeconds(1));
        _codes.Demand("a");
        Guess("a", 1);
        _codes.Demand("a");
    }

    [Fact]
    public void Code_is_six_digits() =>
        Enumerable.Range(0, 200).Select(_ => SessionCode.New()).ShouldAllBe(code => code.Length == 6 && code.All(char.IsAsciiDigit));

    private void Guess(string account, int times)
    {
        for (var i = 0; i < times; i++)
        {
            _codes.Add(account);
        }
    }
}
