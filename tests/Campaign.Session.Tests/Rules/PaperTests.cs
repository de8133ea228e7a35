using Campaign.Api.Session;
using Campaign.Sessions.Paper;
using Campaign.Tables.Imports;

namespace Campaign.Session.Tests.Rules;

public sealed class PaperTests
{
    private static readonly SheetLine[] s_sheet =
    [
        .. Enumerable.Range(1, 20).Select(number => new SheetLine(number, Guid.NewGuid(), number == 20 ? "present" : null)),
    ];

    [Theory]
    [InlineData("1-3, 5; 7", new[] { 1, 2, 3, 5, 7 })]
    [InlineData("2 – 4 1", new[] { 1, 2, 3, 4 })]
    [InlineData("3,3", new[] { 3 })]
    public void Numbers_are_read_as_people_write_them(string text, int[] numbers) => LineNumbers.Of(text, 20, "lines").ShouldBe(numbers);

    [Theory]
    [InlineData("", "length")]
    [InlineData("0", "not-on-sheet")]
    [InlineData("21", "not-on-sheet")]
    [InlineData("5-3", "not-on-sheet")]
    [InlineData("1-2-3", "no-line-number")]
    [InlineData("một", "no-line-number")]
    [InlineData("1-999999999999", "no-line-number")]
    public void Numbers_that_are_not_on_the_sheet_are_refused(string text, string code) =>
        Refused.Field(() => LineNumbers.Of(text, 20, "lines")).ShouldBe($"lines {code}");

    [Fact]
    public void Others_are_those_of_whom_nothing_is_known()
    {
        var entries = SheetReading.Read(
            new EnterSheet([new("1-17", "present"), new("18", "late", 15)], "absent"),
            s_sheet,
            Books.Statuses,
            Books.Day
        );
        entries.Count.ShouldBe(19);
        entries.Single(entry => entry.Status == "late").ShouldBe(new RosterEntry(s_sheet[17].MemberId, "late", 15));
        entries.Single(entry => entry.Status == "absent").MemberId.ShouldBe(s_sheet[18].MemberId);
    }

    [Fact]
    public void A_number_named_twice_is_refused() =>
        SheetRefused(new EnterSheet([new("1-5", "present"), new("5", "absent")], null)).ShouldBe("entries[1].lines twice");

    [Fact]
    public void A_sheet_is_refused_by_the_field_that_is_wrong()
    {
        SheetRefused(new EnterSheet([], null)).ShouldBe("entries count");
        SheetRefused(new EnterSheet([new("1", "present"), new("2", "lost")], null)).ShouldBe("entries[1].status one-of");
        SheetRefused(new EnterSheet([new("1", "present", 5)], null)).ShouldBe("entries[0].minutes status-without-minutes");
        SheetRefused(new EnterSheet([new("1", "excused")], null)).ShouldBe("entries[0].reason length");
        SheetRefused(new EnterSheet([new("21", "present")], null)).ShouldBe("entries[0].lines not-on-sheet");
        SheetRefused(new EnterSheet([], "excused")).ShouldBe("others one-of", "an excuse has a reason, and not the same for all");
    }

    private static string SheetRefused(EnterSheet sheet) =>
        Refused.Field(() => SheetReading.Read(sheet, s_sheet, Books.Statuses, Books.Day));

    [Fact]
    public void File_reports_every_wrong_line()
    {
        var (mine, twice) = (Guid.NewGuid(), Guid.NewGuid());
        var errors = new ImportErrors();
        var file = new AttendanceFile(Books.Statuses, Books.Day, errors);
        var entries = file.Read(
            [
                Row(2, "A1", "late", "12"),
                Row(3, "A2", "present"),
                Row(4, "A2", "absent"),
                Row(5, "A2", "present"),
                Row(6, "B1", "present"),
                Row(7, "C1", "present"),
                Row(8, "=HYPERLINK(1)", "present"),
                Row(9, "A1", "asleep"),
                Row(10, "A1", "present", "5"),
                Row(11, "A1", "late", "x"),
                Row(12, "A1", "excused"),
                Row(13, "A1", "late", "12", "=1+1"),
            ],
            new KnownNumbers(new Dictionary<string, Guid> { ["A1"] = mine, ["A2"] = twice }, new HashSet<string> { "B1" })
        );

        errors
            .First.Select(error => (error.Line, error.Column))
            .ShouldBe([
                (4, "number"),
                (6, "number"),
                (7, "number"),
                (8, "number"),
                (9, "status"),
                (10, "minutes"),
                (11, "minutes"),
                (12, "reason"),
                (13, "reason"),
            ]);
        entries.ShouldBe([new RosterEntry(mine, "late", 12), new RosterEntry(twice, "present")]);
    }

    [Fact]
    public void File_of_200000_rows_is_refused_as_one()
    {
        var errors = new ImportErrors();
        new AttendanceFile(Books.Statuses, Books.Day, errors)
            .Read(
                [.. Enumerable.Range(2, 200_000).Select(line => Row(line, "A1", "present"))],
                new KnownNumbers(new Dictionary<string, Guid>(), new HashSet<string>())
            )
            .ShouldBeEmpty();
        errors.First.ShouldHaveSingleItem().Line.ShouldBe(20_002);
    }

    private static CsvRow Row(int line, string number, string status, string minutes = "", string reason = "") =>
        new(
            line,
            new Dictionary<string, string>
            {
                ["number"] = number,
                ["status"] = status,
                ["minutes"] = minutes,
                ["reason"] = reason,
            }
        );
}
