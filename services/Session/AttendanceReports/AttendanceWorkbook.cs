using System.Globalization;
using Campaign.Api.Session;
using Campaign.Sessions.Attendance;
using Campaign.Tables.Exports;

namespace Campaign.Sessions.AttendanceReports;

/// <summary>Attendance as offices take it on, in Vietnamese: a line for each person or unit.</summary>
internal static class AttendanceWorkbook
{
    private static readonly CultureInfo s_vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <param name="statuses">Of the days that are reported; each that says more than what it counts as has a column of its own.</param>
    public static byte[] Of(IEnumerable<PersonAttendance> people, IReadOnlyList<AttendanceStatus> statuses) =>
        Workbook.Of(
            "Đảng viên",
            people.Select(person =>
            {
                var line = new Dictionary<string, object?>
                {
                    ["Số thẻ"] = person.Number,
                    ["Họ và tên"] = person.FullName,
                    ["Đơn vị"] = person.UnitPath,
                    ["Được triệu tập"] = person.Expected,
                };
                Add("Có mặt", person.Present, Meanings.Present);
                Add("Vắng có lý do", person.Excused, Meanings.Excused);
                Add("Vắng không lý do", person.Absent, Meanings.Absent);
                line["Tỷ lệ có mặt (%)"] = Rate(person.Present, person.Expected);
                return line;

                void Add(string column, int times, string meaning)
                {
                    line[column] = times;
                    foreach (var status in statuses.Where(status => status.CountsAs == meaning && !status.Usual))
                    {
                        line[$"Trong đó {char.ToLower(status.Name[0], s_vietnamese)}{status.Name[1..]}"] =
                            person.ByStatus.GetValueOrDefault(status.Code);
                    }
                }
            })
        );

    public static byte[] Of(IEnumerable<UnitAttendance> units) =>
        Workbook.Of(
            "Đơn vị",
            units.Select(unit => new Dictionary<string, object?>
            {
                ["Đơn vị"] = unit.UnitName,
                ["Đường dẫn"] = unit.UnitPath,
                ["Số buổi"] = unit.Sessions,
                ["Lượt triệu tập"] = unit.Expected,
                ["Lượt có mặt"] = unit.Present,
                ["Lượt vắng có lý do"] = unit.Excused,
                ["Lượt vắng không lý do"] = unit.Absent,
                ["Tỷ lệ có mặt (%)"] = Rate(unit.Present, unit.Expected),
            })
        );

    private static decimal? Rate(int present, int expected) => expected == 0 ? null : Math.Round(present * 100m / expected, 1);
}
