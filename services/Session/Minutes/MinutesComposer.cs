using System.Globalization;
using System.Text;
using Campaign.Api.Session;
using Campaign.Time;

namespace Campaign.Sessions.Minutes;

/// <summary>Composes the text of the minutes from what happened, for the secretary to go on from.</summary>
public static class MinutesComposer
{
    private static readonly CultureInfo s_vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static string Compose(Happened happened)
    {
        var text = new StringBuilder();
        Head(text, "I. THỜI GIAN, ĐỊA ĐIỂM");
        Line(
            text,
            $"Bắt đầu lúc {Moment(happened.Session.StartsAt)}, tại {(happened.Session.Plan.Place is { Length: > 0 } place ? place : "…")}."
        );
        if (happened.Session.EndedAt is { } ended)
        {
            Line(text, $"Kết thúc lúc {Moment(ended)} ({happened.Session.HeldMinutes} phút).");
        }

        Head(text, "II. THÀNH PHẦN");
        Line(text, People(happened));
        foreach (var status in happened.Statuses.Where(status => status is not { Usual: true, CountsAs: Meanings.Present }))
        {
            var names = happened.Named.Where(person => person.Status == status.Code).Select(Named).ToList();
            if (names.Count > 0)
            {
                Line(text, $"{status.Name} ({names.Count}): {string.Join("; ", names)}.");
            }
        }

        if (happened.Others.Count > 0)
        {
            Line(text, $"Khách, người dự ngoài danh sách ({happened.Others.Count}): {string.Join("; ", happened.Others)}.");
        }

        Head(text, "III. NỘI DUNG");
        Line(text, $"{happened.KindName}: {happened.Session.Plan.Topic}.");
        ProceedingsText.Write(
            happened.Proceedings,
            (head, lines) =>
            {
                Head(text, head);
                foreach (var line in lines)
                {
                    Line(text, line);
                }
            },
            line => Line(text, line)
        );
        return text.ToString().TrimEnd();
    }

    /// <summary><c>19 giờ 30, ngày 03 tháng 3 năm 2022</c>.</summary>
    internal static string Moment(DateTimeOffset time)
    {
        var local = OfficeDay.ClockAt(time);
        return string.Create(s_vietnamese, $"{local:HH} giờ {local:mm}, {Day(time)}");
    }

    internal static string Day(DateTimeOffset time)
    {
        var local = OfficeDay.ClockAt(time);
        // a day below ten and the first two months are written with a nought, or they could be altered by hand
        return string.Create(
            s_vietnamese,
            $"ngày {local.Day:00} tháng {(local.Month <= 2 ? $"0{local.Month}" : $"{local.Month}")} năm {local.Year}"
        );
    }

    private static string People(Happened happened)
    {
        var figures = happened.Attendance;
        var share = figures.Expected == 0 ? 0 : 100m * figures.Present / figures.Expected;
        return string.Create(
            s_vietnamese,
            $"Triệu tập {figures.Expected}; có mặt {figures.Present} ({share:0.#} %); vắng có lý do {figures.Excused}; vắng không lý "
                + $"do {figures.Absent}."
        );
    }

    private static string Named(NamedAttendance person)
    {
        List<string> more = [];
        if (person.Minutes is { } minutes)
        {
            more.Add(string.Create(s_vietnamese, $"{minutes} phút"));
        }

        if (person.Reason is { } reason)
        {
            more.Add(reason);
        }

        return more.Count == 0 ? person.FullName : $"{person.FullName} ({string.Join(", ", more)})";
    }

    private static void Head(StringBuilder text, string head) => text.Append(text.Length == 0 ? "" : "\n").Append(head).Append('\n');

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
