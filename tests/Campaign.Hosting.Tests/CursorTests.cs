using System.Buffers.Text;
using System.Text;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Hosting.Tests;

public sealed class CursorTests
{
    [Fact]
    public void A_list_goes_on_after_the_last_row_that_was_shown() =>
        Prop.ForAll(
                (
                    from path in Gen.Elements("/tu/q", "Thanh Xuân", "", "100%")
                    from id in ArbMap.Default.GeneratorFor<Guid>()
                    from number in ArbMap.Default.GeneratorFor<int>()
                    select (Path: path, Id: id, Number: number)
                ).ToArbitrary(),
                row =>
                    Cursor.After<string, Guid, int>(Next([row.Path, row.Id, row.Number]), out var path, out var id, out var number)
                    && (path, id, number) == (row.Path, row.Id, row.Number)
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Days_and_times_go_on_to_the_tick_in_utc()
    {
        var at = new DateTimeOffset(2026, 11, 3, 19, 30, 0, TimeSpan.FromHours(7)).AddTicks(1234567);

        Cursor.After<DateOnly, DateTimeOffset>(Next([new DateOnly(2026, 2, 3), at]), out var day, out var time).ShouldBeTrue();

        (day, time, time.Offset).ShouldBe((new DateOnly(2026, 2, 3), at, TimeSpan.Zero));
    }

    [Fact]
    public void The_last_page_has_no_cursor_and_a_list_begins_without_one()
    {
        var page = Cursor.Page([1, 2, 3], 3, row => [row]);
        page.Items.ShouldBe([1, 2, 3]);
        page.Next.ShouldBeNull();
        Cursor.After<int>(page.Next, out _).ShouldBeFalse();
        Cursor.Id("").ShouldBeNull();

        page = Cursor.Page([1, 2, 3], 2, row => [row]);
        page.Items.ShouldBe([1, 2]);
        Cursor.After<int>(page.Next, out var last).ShouldBeTrue();
        last.ShouldBe(2);
    }

    [Theory]
    [InlineData("%%%")]
    [InlineData("AAAA")]
    [InlineData("x\ny")]
    [InlineData("2026-02-30\n0199a000-0000-7000-8000-000000000000")]
    [InlineData("2026-02-03\n0199a000-0000-7000-8000-000000000000\nmore")]
    public void What_no_list_gave_is_refused_with_what_to_do(string text)
    {
        var cursor = text.Contains('\n', StringComparison.Ordinal) ? Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text)) : text;

        Should
            .Throw<Problem>(() => Cursor.After<DateOnly, Guid>(cursor, out _, out _))
            .ShouldSatisfyAllConditions(
                problem => problem.Slug.ShouldBe("invalid-request"),
                problem => problem.Message.ShouldContain("Start again without it")
            );
    }

    [Fact]
    public void A_text_that_no_row_can_have_is_refused() =>
        Should.Throw<Problem>(() => Cursor.After<string>("AAAA", out _)).Message.ShouldContain("Start again without it");

    private static string? Next(object[] key) => Cursor.Next([1, 2], 1, _ => key);
}
