using Campaign.Defaults.Search;

namespace Campaign.Organization.Tests;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("Thanh Xuân", " thanh xuan")]
    [InlineData("Đảng bộ phường Hạ Đình", " dang bo phuong ha dinh")]
    [InlineData("Chi bộ số 3 - ha-dinh", " chi bo so 3 ha dinh")]
    [InlineData("  ", "")]
    [InlineData("ƯƠNG", " uong")]
    public void Fold_drops_diacritics_case_and_punctuation(string text, string folded) => SearchText.Fold(text).ShouldBe(folded);

    [Fact]
    public void Fold_joins_texts_as_separate_words() => SearchText.Fold("Hạ Đình", "HD").ShouldBe(" ha dinh hd");
}
