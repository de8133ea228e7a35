using System.Text;
using Campaign.Organization.Import;
using Campaign.Tables.Imports;

namespace Campaign.Organization.Tests.Import;

/// <summary>
/// Files as offices' programs leave them: each is read for what it means, or refused by its line, never taken for something else.
/// </summary>
[Trait("Run", "Quick")]
public sealed class DamagedFileTests
{
    private const string Header = "number;full_name;unit_code;joined_on;birth_year";

    private readonly ImportErrors _errors = new();

    [Theory]
    [InlineData("date1904", "THU-B01-1", "Nguyễn Thử Một", "2020-03-15")]
    [InlineData("hidden-first-sheet", "THU-B02-NEW", null, null)]
    [InlineData("phonetic", "THU-B03-1", "Lê Thị Hoa", "")]
    [InlineData("zero-padded-format", "00777", "Phạm Số Không", "")]
    [InlineData("iso-date-cell", "THU-B05-1", "Vũ Ngày Iso", "2020-03-15")]
    [InlineData("title-rows-above-header", "THU-B15-1", "Mai Tiêu Đề", "")]
    [InlineData("strict-ooxml", "THU-B22-1", "Bùi Có Đệm", "2019-05-19")]
    public async Task Workbook_means_what_its_program_shows(string file, string number, string? name, string? joined)
    {
        var row = (await ReadAsync(File.ReadAllBytes(PathOf($"{file}.xlsx")))).ShouldHaveSingleItem();

        row["number"].ShouldBe(number);
        row["full_name"].ShouldBe(name ?? row["full_name"]);
        row["joined_on"].ShouldBe(joined ?? row["joined_on"]);
        _errors.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("error-cell.xlsx", 2)]
    [InlineData("tcvn3-vntime.xlsx", 2)]
    [InlineData("tcvn3.csv", 2)]
    public async Task Broken_names_are_refused_by_their_line(string file, int line)
    {
        (await ReadAsync(File.ReadAllBytes(PathOf(file)))).ShouldBeEmpty();

        _errors.First.ShouldContain(error => error.Line == line && error.Column == "full_name");
    }

    [Theory]
    [InlineData("\"Số\nthẻ\";Họ tên;Mã chi bộ\nA-1;B;c", 3)]
    [InlineData("sep=;\r\nSố thẻ;Họ tên;Mã chi bộ\r\nA-1;B;c", 3)]
    [InlineData("DANH SÁCH\n\nSố thẻ;Họ tên;Mã chi bộ\nA-1;B;c", 4)]
    [InlineData("Số thẻ;Họ tên;Mã chi bộ;Giới tính;Năm sinh\nA-1;B;c", 2)]
    [InlineData("Số thẻ;Họ tên;Mã chi bộ\nA-1;B;c;;;", 2)]
    public async Task Text_is_read_below_what_stands_above_its_header(string text, int line)
    {
        var row = (await ReadAsync(text)).ShouldHaveSingleItem();

        (row.Line, row["number"], row["full_name"], row["unit_code"]).ShouldBe((line, "A-1", "B", "c"));
        _errors.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("Ðặng Ðình", "Đặng Đình")]
    [InlineData("\u200BNguyễn Vă\u200Bn", "Nguyễn Văn")]
    [InlineData("Hoàng\vVăn\u00A0Tab", "Hoàng Văn Tab")]
    public async Task Names_hold_no_letter_that_search_does_not_find(string written, string name)
    {
        (await ReadAsync($"{Header}\nA-1\u200B;{written};c;;")).ShouldHaveSingleItem().Values["full_name"].ShouldBe(name);
        _errors.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Number_is_the_same_in_small_letters() =>
        (await ReadAsync($"{Header}\ndemo-tx-00031;B;c;;")).ShouldHaveSingleItem()["number"].ShouldBe("DEMO-TX-00031");

    [Theory]
    [InlineData("Nguy?n V?n H?ng")]
    [InlineData("Nguy\uFFFDn")]
    [InlineData("#REF!")]
    public async Task Names_that_lost_letters_are_refused(string written)
    {
        (await ReadAsync($"{Header}\nA-1;{written};c;;")).ShouldBeEmpty();

        var error = _errors.First.ShouldHaveSingleItem();
        (error.Line, error.Column).ShouldBe((2, "full_name"));
    }

    [Theory]
    [InlineData("2021-05-18 00:00:00", "1980")]
    [InlineData("2021-05-18T00:00:00", "1980.0")]
    [InlineData("18/05/2021", "18.05.1980")]
    public async Task Days_and_years_are_read_as_programs_write_them(string joined, string born)
    {
        var row = (await ReadAsync($"{Header}\nA-1;B;c;{joined};{born}")).ShouldHaveSingleItem();

        _errors.Day(row, "joined_on").ShouldBe(new DateOnly(2021, 5, 18));
        row["birth_year"].ShouldBe("1980");
    }

    [Fact]
    public async Task Quotation_mark_that_never_closes_does_not_take_the_file()
    {
        await ReadAsync($"{Header}\nA-1;\"B;c;;\n" + new string('x', 20_000) + "\nA-2;B;c;;");

        _errors.First.ShouldHaveSingleItem().Line.ShouldBe(2);
    }

    [Fact]
    public async Task Cells_beyond_all_columns_fill_nothing_up() =>
        (await ReadAsync(TestWorkbook.WithCell("ZZZZZZ2", 2_000_000))).ShouldBeEmpty();

    private Task<IReadOnlyList<CsvRow>> ReadAsync(string text) => ReadAsync(Encoding.UTF8.GetBytes(text));

    private Task<IReadOnlyList<CsvRow>> ReadAsync(byte[] bytes) =>
        ImportTable.ReadAsync(new MemoryStream(bytes), ImportFiles.Members([], []), _errors, TestContext.Current.CancellationToken);

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Import", "Files", file);
}
