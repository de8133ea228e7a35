using System.Globalization;

namespace Campaign.Benchmarks.Imports;

/// <summary>A file of members as a city's office would export it; deleted when it is no longer needed.</summary>
internal sealed class MemberFile : IDisposable
{
    private static readonly string[] s_family = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi"];
    private static readonly string[] s_middle = ["Văn", "Thị", "Đức", "Hữu", "Xuân", "Ngọc", "Minh"];
    private static readonly string[] s_given = ["An", "Bình", "Chi", "Dũng", "Hải", "Hùng", "Khoa", "Lan", "Linh", "Mai", "Nam"];

    private MemberFile(string path, int rows) => (Path, Rows) = (path, rows);

    public string Path { get; }

    public int Rows { get; }

    /// <param name="no">Distinguishes the members of one file from those of another.</param>
    public static MemberFile Write(int rows, int no)
    {
        var path = System.IO.Path.GetTempFileName();
        using var file = new StreamWriter(path);
        file.WriteLine("number,full_name,unit_code,joined_on,sex,birth_year");
        for (var row = 0; row < rows; row++)
        {
            file.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{NumberPrefix(no)}{row},{s_family[row % 8]} {s_middle[row % 7]} {s_given[row % 11]},d{1 + (row % 600)},"
                        + $"{1 + (row % 28):00}/0{1 + (row % 9)}/20{10 + (row % 10)},{(row % 2 == 0 ? "nam" : "nữ")},{1950 + (row % 50)}"
                )
            );
        }

        return new MemberFile(path, rows);
    }

    public static string NumberPrefix(int no) => string.Create(CultureInfo.InvariantCulture, $"F{no}-");

    public void Dispose() => File.Delete(Path);
}
