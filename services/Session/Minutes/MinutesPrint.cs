using System.Globalization;
using Campaign.Time;

namespace Campaign.Sessions.Minutes;

/// <summary>Everything that stands on the printed minutes, whatever the file format.</summary>
/// <param name="Left">Heading on the left: the unit above, the unit, number and symbol.</param>
/// <param name="Figures">Of the attendance: what and how many.</param>
public sealed record MinutesPrint(
    IReadOnlyList<string> Left,
    string Right,
    string PlaceAndDate,
    string Title,
    string Subtitle,
    IReadOnlyList<(string Name, string Value)> Figures,
    IReadOnlyList<string> Paragraphs,
    Signature Secretary,
    Signature Chair,
    string? Correction
)
{
    public static MinutesPrint Of(Happened happened, MinutesVersion version)
    {
        var figures = happened.Attendance;
        List<string> left =
        [
            .. new[] { happened.ParentName, happened.Session.UnitName }
                .OfType<string>()
                .Select(name => name.ToUpper(CultureInfo.GetCultureInfo("vi-VN"))),
        ];
        left.Add(version.Symbol.Length == 0 ? "Số: …" : $"Số: {version.Symbol}");
        return new MinutesPrint(
            left,
            "ĐẢNG CỘNG SẢN VIỆT NAM",
            $"{happened.PlaceName}, {MinutesComposer.Day(happened.Session.StartsAt)}",
            "BIÊN BẢN",
            $"{happened.KindName}: {happened.Session.Plan.Topic}",
            [
                ("Triệu tập", Text(figures.Expected)),
                ("Có mặt", Text(figures.Present)),
                ("Vắng có lý do", Text(figures.Excused)),
                ("Vắng không lý do", Text(figures.Absent)),
            ],
            [.. version.Text.Split('\n').Select(line => line.Trim())],
            Signature.Of("THƯ KÝ", version.Secretary, version.SecretarySignedAt),
            Signature.Of("CHỦ TRÌ", version.Chair, version.ChairSignedAt),
            version.Reason is { } reason ? $"Bản đính chính số {version.Number}. Lý do: {reason}" : null
        );
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A place to sign: in what capacity, whether it was signed here, and by whom.</summary>
public sealed record Signature(string Capacity, string Mark, string Name)
{
    public static Signature Of(string capacity, string name, DateTimeOffset? at) =>
        new(
            capacity,
            at is { } signed
                ? string.Create(CultureInfo.InvariantCulture, $"(đã ký {OfficeDay.ClockAt(signed):HH:mm dd/MM/yyyy})")
                : "(ký, ghi rõ họ tên)",
            name
        );
}
