using Campaign.Documents;

namespace Campaign.Recognition.Tests.Rules;

public class TextLinesTests
{
    private const string Text = "một hai ba bốn năm sáu bảy tám chín mười";

    [Fact]
    public void Lines_hold_the_whole_text_when_there_is_room() =>
        string.Join(' ', TextLines.Wrap(Text, 20, line => line.Length <= 8)).ShouldBe(Text);

    [Fact]
    public void What_does_not_fit_ends_in_an_ellipsis()
    {
        var lines = TextLines.Wrap(Text, 2, line => line.Length <= 12);

        lines.Count.ShouldBe(2);
        lines[^1].ShouldEndWith("…");
        lines.ShouldAllBe(line => line.Length <= 12);
    }
}
