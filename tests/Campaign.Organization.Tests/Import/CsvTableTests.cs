using System.Text;
using Campaign.Defaults.Imports;
using Campaign.Defaults.Problems;

namespace Campaign.Organization.Tests.Import;

public sealed class CsvTableTests
{
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
    [InlineData("a\n1", 1, "b")]
    [InlineData("a,b,z\n1,2,3", 1, "z")]
    [InlineData("a,b,a\n1,2,3", 1, "a")]
    [InlineData("", 1, "")]
    [InlineData("a,b\n1,2\n1,2,3", 3, "")]
    [InlineData("a,b\n1,\"2", 2, "")]
    [InlineData("a,b\n1,2\"3", 2, "")]
    public async Task Table_names_the_line_and_column_of_what_it_cannot_read(string csv, int line, string column)
    {
        await ReadAsync(csv);

        var error = _errors.First.ShouldHaveSingleItem();
        (error.Line, error.Column).ShouldBe((line, column));
        error.Remedy.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Table_refuses_another_encoding_than_utf_8() =>
        (await Should.ThrowAsync<Problem>(() => ReadAsync("a,b\nHạ Đình,2", Encoding.Latin1.GetBytes("a,b\nH\u00ea,2")))).Slug.ShouldBe("invalid-request");

    private Task<IReadOnlyList<CsvRow>> ReadAsync(string csv, byte[]? bytes = null) => CsvTable.ReadAsync(
        new MemoryStream(bytes ?? Encoding.UTF8.GetBytes(csv)), ["a", "b"], ["c"], _errors, TestContext.Current.CancellationToken);
}
