using System.Globalization;

namespace Campaign.Directives.WorkingDays;

/// <summary>
/// What the migration puts into the calendar; later years come as further migrations, or as rows. Verified are the days that
/// the Labour Code itself fixes in the solar calendar. Days after the lunar calendar, days off in place of a holiday on a
/// weekend and exchanged working days are announced year by year: they are marked unverified until checked.
/// </summary>
internal static class PublicHolidays
{
    private const string Code = "Bộ luật Lao động 45/2019/QH14, Điều 112";
    private const string Announced = "Theo thông báo nghỉ lễ, Tết hằng năm (Bộ luật Lao động 45/2019/QH14, Điều 112); chưa đối chiếu";

    private static readonly (string Date, string Name)[] s_fixed =
    [
        ("01-01", "Tết Dương lịch"),
        ("04-30", "Ngày Chiến thắng"),
        ("05-01", "Ngày Quốc tế lao động"),
        ("09-02", "Quốc khánh"),
    ];

    // first and last day, by year; weekends between them are days off anyway
    private static readonly (string From, string To, string Name)[] s_announced =
    [
        ("2021-02-10", "2021-02-16", "Tết Nguyên đán"),
        ("2021-04-21", "2021-04-21", "Giỗ Tổ Hùng Vương"),
        ("2021-05-03", "2021-05-03", "Nghỉ bù"),
        ("2021-09-03", "2021-09-03", "Quốc khánh"),
        ("2022-01-03", "2022-01-03", "Nghỉ bù"),
        ("2022-01-31", "2022-02-04", "Tết Nguyên đán"),
        ("2022-04-11", "2022-04-11", "Giỗ Tổ Hùng Vương (nghỉ bù)"),
        ("2022-05-02", "2022-05-03", "Nghỉ bù"),
        ("2022-09-01", "2022-09-01", "Quốc khánh"),
        ("2023-01-02", "2023-01-02", "Nghỉ bù"),
        ("2023-01-20", "2023-01-26", "Tết Nguyên đán"),
        ("2023-04-29", "2023-04-29", "Giỗ Tổ Hùng Vương"),
        ("2023-05-02", "2023-05-03", "Nghỉ bù"),
        ("2023-09-01", "2023-09-01", "Quốc khánh"),
        ("2023-09-04", "2023-09-04", "Nghỉ bù"),
        ("2024-02-08", "2024-02-14", "Tết Nguyên đán"),
        ("2024-04-18", "2024-04-18", "Giỗ Tổ Hùng Vương"),
        ("2024-04-29", "2024-04-29", "Hoán đổi ngày làm việc"),
        ("2024-09-03", "2024-09-03", "Quốc khánh"),
        ("2025-01-27", "2025-01-31", "Tết Nguyên đán"),
        ("2025-04-07", "2025-04-07", "Giỗ Tổ Hùng Vương"),
        ("2025-05-02", "2025-05-02", "Hoán đổi ngày làm việc"),
        ("2025-09-01", "2025-09-01", "Quốc khánh"),
        ("2026-01-02", "2026-01-02", "Hoán đổi ngày làm việc"),
        ("2026-02-16", "2026-02-20", "Tết Nguyên đán"),
        ("2026-04-27", "2026-04-27", "Giỗ Tổ Hùng Vương (nghỉ bù)"),
        ("2026-08-31", "2026-08-31", "Hoán đổi ngày làm việc"),
        ("2026-09-01", "2026-09-01", "Quốc khánh"),
        ("2027-02-05", "2027-02-11", "Tết Nguyên đán"),
        ("2027-04-16", "2027-04-16", "Giỗ Tổ Hùng Vương"),
        ("2027-05-03", "2027-05-03", "Nghỉ bù"),
        ("2027-09-03", "2027-09-03", "Quốc khánh"),
    ];

    private static readonly string[] s_worked = ["2024-05-04", "2025-04-26", "2026-01-10", "2026-08-22"];

    public static IEnumerable<CalendarDay> Rows =>
        Enumerable
            .Range(2021, 7)
            .SelectMany(year => s_fixed.Select(day => Row(Day($"{year}-{day.Date}"), false, day.Name, Code, true)))
            .Concat(s_announced.SelectMany(span => Days(span.From, span.To).Select(day => Row(day, false, span.Name, Announced, false))))
            .Concat(s_worked.Select(day => Row(Day(day), true, "Làm việc bù", Announced, false)));

    private static IEnumerable<DateOnly> Days(string from, string to)
    {
        for (var day = Day(from); day <= Day(to); day = day.AddDays(1))
        {
            yield return day;
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static CalendarDay Row(DateOnly day, bool isWorking, string name, string source, bool verified) =>
        new()
        {
            Day = day,
            IsWorking = isWorking,
            Name = name,
            Source = source,
            Verified = verified,
        };
}
