using Campaign.Api.Session;
using Campaign.Tables.Exports;

namespace Campaign.Sessions.AttendanceReports;

/// <summary>Attendance as offices take it on, in Vietnamese: a line for each person or unit.</summary>
internal static class AttendanceWorkbook
{
    public static byte[] Of(IEnumerable<PersonAttendance> people) => Workbook.Of("Đảng viên", people.Select(person => new Dictionary<string, object?>
    {
        ["Số thẻ"] = person.Number,
        ["Họ và tên"] = person.FullName,
        ["Đơn vị"] = person.UnitPath,
        ["Được triệu tập"] = person.Expected,
        ["Có mặt"] = person.Present,
        ["Trong đó đến muộn"] = person.Late,
        ["Trong đó về sớm"] = person.LeftEarly,
        ["Vắng có lý do"] = person.Excused,
        ["Vắng không lý do"] = person.Absent,
        ["Tỷ lệ có mặt (%)"] = Rate(person.Present, person.Expected),
    }));

    public static byte[] Of(IEnumerable<UnitAttendance> units) => Workbook.Of("Đơn vị", units.Select(unit => new Dictionary<string, object?>
    {
        ["Đơn vị"] = unit.UnitName,
        ["Đường dẫn"] = unit.UnitPath,
        ["Số buổi"] = unit.Sessions,
        ["Lượt triệu tập"] = unit.Expected,
        ["Lượt có mặt"] = unit.Present,
        ["Lượt vắng có lý do"] = unit.Excused,
        ["Lượt vắng không lý do"] = unit.Absent,
        ["Tỷ lệ có mặt (%)"] = Rate(unit.Present, unit.Expected),
    }));

    private static decimal? Rate(int present, int expected) => expected == 0 ? null : Math.Round(present * 100m / expected, 1);
}
