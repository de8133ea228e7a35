using Campaign.Directives.Documents;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Directives.Tests.Rules;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("Quận ủy Thanh Xuân", "quan uy thanh xuan")]
    [InlineData("  ĐẢNG  BỘ\tthành phố ", "dang bo thanh pho")]
    [InlineData("05-CT/TW", "05-ct/tw")]
    public void Search_text_has_no_diacritics_case_or_repeated_blanks(string text, string expected) =>
        FoldedText.Of(text).ShouldBe(expected);

    [Fact]
    public void Search_text_folded_stays_as_it_is() =>
        Prop.ForAll(
                Gen.Elements("Đẩy mạnh", "học tập", "  ", "đạo đức", "PHONG CÁCH", "Hồ Chí Minh", "\u00a0")
                    .ListOf()
                    .Select(words => string.Concat(words))
                    .ToArbitrary(),
                text => FoldedText.Of(FoldedText.Of(text)) == FoldedText.Of(text)
            )
            .QuickCheckThrowOnFailure();
}
