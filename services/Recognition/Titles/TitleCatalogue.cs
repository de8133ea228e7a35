using Campaign.Contracts;

namespace Campaign.Recognition.Titles;

/// <summary>
/// The titles that a new installation starts with. The forms are those of the law; the majorities are common practice
/// that nobody has compared with a text, so every title is marked unverified.
/// </summary>
internal static class TitleCatalogue
{
    private const string Law2003 = "Luật Thi đua, khen thưởng 15/2003/QH11 (sửa đổi 2013)";
    private const string Law2022 = "Luật Thi đua, khen thưởng 06/2022/QH15";

    private static readonly DateOnly s_2004 = new(2004, 7, 1);
    private static readonly DateOnly s_2024 = new(2024, 1, 1);

    private static readonly (string Code, string Kind, string Name, string English, decimal Majority)[] s_forms =
    [
        ("giay-khen", SubjectKinds.Member, "Giấy khen", "Certificate of commendation", 70),
        ("giay-khen", SubjectKinds.Unit, "Giấy khen", "Certificate of commendation", 70),
        ("bang-khen", SubjectKinds.Member, "Bằng khen", "Certificate of merit", 80),
        ("bang-khen", SubjectKinds.Unit, "Bằng khen", "Certificate of merit", 80),
        ("lao-dong-tien-tien", SubjectKinds.Member, "Lao động tiên tiến", "Advanced worker", 70),
        ("chien-si-thi-dua-co-so", SubjectKinds.Member, "Chiến sĩ thi đua cơ sở", "Emulation fighter at grassroots level", 80),
        ("tap-the-lao-dong-tien-tien", SubjectKinds.Unit, "Tập thể Lao động tiên tiến", "Advanced collective", 70),
        ("tap-the-lao-dong-xuat-sac", SubjectKinds.Unit, "Tập thể Lao động xuất sắc", "Excellent collective", 80),
    ];

    public static Title[] Titles =>
        [.. s_forms.Select(form => Entry(form, s_2004, s_2024, Law2003)), .. s_forms.Select(form => Entry(form, s_2024, null, Law2022))];

    private static Title Entry(
        (string Code, string Kind, string Name, string English, decimal Majority) form,
        DateOnly from,
        DateOnly? to,
        string source
    ) =>
        new()
        {
            Code = form.Code,
            SubjectKind = form.Kind,
            Name = form.Name,
            EnglishName = form.English,
            MajorityPercent = form.Majority,
            ValidFrom = from,
            ValidTo = to,
            Source = source,
            Verified = false,
        };
}
