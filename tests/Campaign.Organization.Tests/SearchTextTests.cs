using Campaign.Texts;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Organization.Tests;

[Trait("Run", "Quick")]
public sealed class SearchTextTests
{
    // few letters, so that words begin each other
    private static readonly Arbitrary<string> s_words = Gen.Elements("a", "b", "ă", " ").ArrayOf().Select(string.Concat).ToArbitrary();

    [Theory]
    [InlineData("Thanh Xuân", " thanh xuan")]
    [InlineData("Đảng bộ phường Hạ Đình", " dang bo phuong ha dinh")]
    [InlineData("Chi bộ số 3 - ha-dinh", " chi bo so 3 ha dinh")]
    [InlineData("  ", "")]
    [InlineData("ƯƠNG", " uong")]
    public void Fold_drops_diacritics_case_and_punctuation(string text, string folded) => SearchText.Fold(text).ShouldBe(folded);

    [Fact]
    public void Fold_joins_texts_as_separate_words() => SearchText.Fold("Hạ Đình", "HD").ShouldBe(" ha dinh hd");

    [Theory]
    [InlineData("Trần Xuân x", "tran xuan")]
    [InlineData("ha hà Đình", "ha dinh")]
    [InlineData("-- ", "")]
    public void A_word_that_begins_another_one_is_found_with_it(string query, string words) =>
        string.Join(' ', SearchText.Words(query)).ShouldBe(words);

    [Fact]
    public void Nothing_else_is_found_without_such_a_word() =>
        Prop.ForAll(s_words, s_words, (name, query) =>
            {
                var stored = SearchText.Fold(name);
                bool Found(IEnumerable<string> words) => words.All(word => stored.Contains($" {word}", StringComparison.Ordinal));
                return Found(SearchText.Words(query))
                    == Found(SearchText.Fold(query).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(8));
            })
            .QuickCheckThrowOnFailure();
}
