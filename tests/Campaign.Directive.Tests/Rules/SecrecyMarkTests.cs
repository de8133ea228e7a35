using Campaign.Directives.Documents;
using Campaign.Hosting.Problems;

namespace Campaign.Directives.Tests.Rules;

public sealed class SecrecyMarkTests
{
    [Theory]
    [InlineData("mật", null)]
    [InlineData("anything", null)]
    [InlineData(null, "ĐẢNG BỘ THÀNH PHỐ\nMẬT\nKế hoạch")]
    [InlineData("", "  * TUYỆT MẬT *  \r\nKế hoạch")]
    public void Marked_document_is_refused(string? mark, string? body) =>
        Should.Throw<Problem>(() => SecrecyMark.Refuse(mark, body)).Slug.ShouldBe("secrecy-marked");

    [Theory]
    [InlineData(null, null)]
    [InlineData(" ", "Giữ bí mật nhà nước là trách nhiệm của mọi người.\nĐộ mật: không")]
    public void Document_without_a_mark_is_taken(string? mark, string? body) => Should.NotThrow(() => SecrecyMark.Refuse(mark, body));

    [Fact]
    public void Refusal_says_nothing_of_the_document() =>
        Should.Throw<Problem>(() => SecrecyMark.Refuse("tối mật", "kế hoạch tác chiến")).Message.ShouldNotContain("tác chiến");
}
