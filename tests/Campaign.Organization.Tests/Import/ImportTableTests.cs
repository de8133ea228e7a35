using System.Text;
using Campaign.Api.Imports;
using Campaign.Api.Organization;
using Campaign.Hosting.Problems;
using Campaign.Organization.Catalogues;
using Campaign.Organization.Import;
using Campaign.Tables.Imports;

namespace Campaign.Organization.Tests.Import;

[Trait("Run", "Quick")]
public sealed class ImportTableTests
{
    private static readonly ImportColumns s_members = ImportFiles.Members(
        [
            new Sex
            {
                Code = "female",
                Name = "Nữ",
                Position = 1,
                ValidFrom = default,
                Source = "…",
                Verified = false,
            },
        ],
        []
    );

    private readonly ImportErrors _errors = new();

    [Fact]
    public async Task Row_knows_its_line_after_a_value_that_spans_lines()
    {
        var rows = await ReadAsync("a,b\r\n\"one\nand \"\"a half\"\"\",2\r\n\r\n3,4\r\n");

        rows.Select(row => (row.Line, row["a"])).ShouldBe([(2, "one\nand \"a half\""), (5, "3")]);
        _errors.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("a;b\n1,5;2", "1,5")]
    [InlineData("\uFEFFa,b\n1,2", "1")]
    [InlineData("B,A\n2,1", "1")]
    [InlineData("a,b\n 1 ,2", "1")]
    public async Task Table_takes_what_spreadsheets_write(string csv, string a)
    {
        (await ReadAsync(csv)).ShouldHaveSingleItem()["a"].ShouldBe(a);
        _errors.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("a\n1", 1, "b", "column-missing")]
    [InlineData("a,b,z\n1,2,3", 1, "z", "column-unknown")]
    [InlineData("a,b,a\n1,2,3", 1, "a", "column-twice")]
    [InlineData("", 1, "", "file-empty")]
    [InlineData("a,b\n1,2\n1,2,3", 3, "", "values-in-row")]
    [InlineData("a,b\n1,\"2", 2, "", "quotes-unpaired")]
    [InlineData("a,b\n1,2\"3", 2, "", "quotes-unpaired")]
    public async Task Table_names_the_line_and_column_of_what_it_cannot_read(string csv, int line, string column, string code)
    {
        await ReadAsync(csv);

        var error = _errors.First.ShouldHaveSingleItem();
        (error.Line, error.Column, error.Code).ShouldBe((line, column, code));
    }

    public static TheoryData<string, byte[]> Encodings()
    {
        const string text = "a;b\nHạ Đình;2";
        return new()
        {
            { "UTF-8", Encoding.UTF8.GetBytes(text) },
            { "UTF-8 with its mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)] },
            { "UTF-8, decomposed", Encoding.UTF8.GetBytes(text.Normalize(NormalizationForm.FormD)) },
            { "UTF-16 with its mark", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)] },
            // ạ is a and a combining dot below in this code page
            { "Windows-1258", [.. "a;b\nH"u8, 0x61, 0xF2, .. " "u8, 0xD0, .. "i"u8, 0x6E, .. "h;2"u8] },
        };
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Table_reads_the_encodings_in_use_here(string encoding, byte[] bytes) =>
        (await ReadAsync("", bytes)).ShouldHaveSingleItem()["a"].ShouldBe(encoding == "Windows-1258" ? "Hạ Đinh" : "Hạ Đình");

    [Fact]
    public async Task Table_refuses_what_is_no_text() =>
        (await Should.ThrowAsync<Problem>(() => ReadAsync("", [0x61, 0x2C, 0x62, 0x0A, 0x00, 0x01, 0x9D, 0x8A])))
            .Errors.ShouldHaveSingleItem()
            .Code.ShouldBe(ImportProblems.NoText.Code);

    [Theory]
    [InlineData("Họ và tên;Số thẻ đảng;Mã chi bộ;Ngày vào Đảng;Giới tính;Ngày sinh;Ghi chú")]
    [InlineData("HO VA TEN\tSO THE DANG\tMA CHI BO\tNGAY VAO DANG\tGIOI TINH\tNAM SINH\tSTT")]
    public async Task Vietnamese_headers_and_words_stand_for_columns_and_codes(string header)
    {
        var separator = header.Contains('\t', StringComparison.Ordinal) ? '\t' : ';';
        var born = separator == ';' ? "09/11/1975" : "1975";
        var row = (
            await ReadAsync($"{header}\n{string.Join(separator, "Lê Thị A", "DV-1", "cb-1", "3/2/2001", "Nữ", born, "x")}", null, s_members)
        ).ShouldHaveSingleItem();

        (row["full_name"], row["number"], row["unit_code"], row["joined_on"], row["sex"], row["birth_year"]).ShouldBe(
            ("Lê Thị A", "DV-1", "cb-1", "3/2/2001", "female", "1975")
        );
        _errors.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Workbook_is_read_like_text_with_its_days_and_gaps()
    {
        var bytes = TestWorkbook.Write(
            (1, ["Số thẻ", "Họ tên", "Chi bộ", "Ngày vào Đảng"]),
            (3, ["DV-1", "Nguyễn Văn Ảnh".Normalize(NormalizationForm.FormD), "cb-1", new DateOnly(2001, 2, 3)]),
            (4, ["DV-2", null, "cb-2"])
        );

        var rows = await ReadAsync("", bytes, s_members);

        rows.Select(row => (row.Line, row["number"], row["full_name"], row["unit_code"], row["joined_on"]))
            .ShouldBe([(3, "DV-1", "Nguyễn Văn Ảnh", "cb-1", "2001-02-03"), (4, "DV-2", "", "cb-2", "")]);
    }

    [Fact]
    public async Task Broken_workbook_is_refused() =>
        (await Should.ThrowAsync<Problem>(() => ReadAsync("", [(byte)'P', (byte)'K', 3, 4, 9, 9, 9])))
            .Errors.ShouldHaveSingleItem()
            .Code.ShouldBe(ImportProblems.NoWorkbook.Code);

    [Fact]
    public void Report_is_a_file_that_runs_no_formula()
    {
        var error = new ImportError(2, "full_name", "=cmd()", "length", new Dictionary<string, object?>(), "Wrong \"so\"");

        Encoding
            .UTF8.GetString(
                ImportReportCsv.Write(new ImportReport(true, 1, 0, 0, 0, 1, [error]), ImportReportCsv.Columns, wrong =>
                    $"{wrong.Detail}. Do this"
                )
            )
            .ShouldBe("\uFEFFline,column,value,code,detail\r\n2,\"full_name\",\"'=cmd()\",\"length\",\"Wrong \"\"so\"\". Do this\"\r\n");
    }

    private Task<IReadOnlyList<CsvRow>> ReadAsync(string csv, byte[]? bytes = null, ImportColumns? columns = null) =>
        ImportTable.ReadAsync(
            new MemoryStream([.. bytes ?? Encoding.UTF8.GetBytes(csv)]),
            columns ?? new ImportColumns(["a", "b"], ["c"]),
            _errors,
            TestContext.Current.CancellationToken
        );
}
