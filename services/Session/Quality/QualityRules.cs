namespace Campaign.Sessions.Quality;

/// <summary>
/// The rules that are shipped, after what the guidance of 2018 asks of a cell's meeting. The guidance leaves points to the cells'
/// superiors: these add up to 100 and are unverified.
/// </summary>
internal static class QualityRules
{
    private const string Guidance = "Hướng dẫn 12-HD/BTCTW, 2018";

    public static QualityRule[] Shipped =>
        [
            Row(
                1,
                "attendance",
                QualityMeasures.Attendance,
                15,
                85,
                "Trên 85 % đảng viên dự",
                "Lấy số có mặt chia cho số phải dự (không tính đảng viên được miễn). Phải hơn 85 phần trăm.",
                "More than 85 % of the members present",
                "Those present divided by those expected (members who are exempted do not count). It must be more than 85 per cent."
            ),
            Row(
                2,
                "no-unexcused",
                QualityMeasures.Unexcused,
                10,
                0,
                "Không ai vắng không lý do",
                "Ai không đến được thì báo trước và ghi lý do vào danh sách. Người chưa điểm danh khi kết thúc bị tính là vắng không "
                    + "lý do.",
                "Nobody absent without a reason",
                "Who cannot come says so beforehand, and the reason is written into the roster. Who has not checked in at the end "
                    + "counts as absent without a reason."
            ),
            Row(
                3,
                "prepared",
                QualityMeasures.Prepared,
                15,
                null,
                "Chuẩn bị chu đáo trước buổi họp",
                "Mọi việc trong danh mục chuẩn bị đã được đánh dấu: nội dung, chi ủy họp trước, dự thảo nghị quyết, tài liệu, địa điểm.",
                "Well prepared beforehand",
                "Every step of the checklist is ticked: content, committee, draft resolution, documents, place."
            ),
            Row(
                4,
                "order",
                QualityMeasures.Answer,
                10,
                null,
                "Đúng giờ, đúng trình tự",
                "Bí thư hoặc thư ký trả lời: buổi họp bắt đầu đúng giờ và theo đúng các bước không?",
                "On time and in order",
                "The secretary or the clerk answers: did the meeting begin on time and follow its steps?"
            ),
            Row(
                5,
                "duration",
                QualityMeasures.Duration,
                10,
                90,
                "Họp ít nhất 90 phút",
                "Tính từ giờ bắt đầu đến giờ kết thúc của buổi họp.",
                "At least 90 minutes",
                "From the beginning of the meeting to its end."
            ),
            Row(
                6,
                "theme",
                QualityMeasures.Answer,
                10,
                null,
                "Nội dung sát chủ đề và việc của địa phương",
                "Bí thư hoặc thư ký trả lời: nội dung có đúng chủ đề, có gắn với việc cụ thể của chi bộ không?",
                "Content close to the theme and to local work",
                "The secretary or the clerk answers: did the content keep to the theme, and to the cell’s own work?"
            ),
            Row(
                7,
                "speakers",
                QualityMeasures.Speakers,
                10,
                5,
                "Nhiều đảng viên phát biểu",
                "Ít nhất 5 người khác nhau phát biểu; chi bộ có mặt ít hơn 5 người thì mọi người đều phát biểu.",
                "Many members spoke",
                "At least 5 different people spoke; where fewer than 5 were present, all of them."
            ),
            Row(
                8,
                "minutes",
                QualityMeasures.Minutes,
                10,
                2,
                "Biên bản đầy đủ, đủ hai chữ ký",
                "Biên bản đã lập, chủ trì và thư ký đã ký. Hãy ký xong rồi mới xác nhận điểm.",
                "Minutes complete, with both signatures",
                "The minutes are written, and the chair and the clerk have signed. Sign before you confirm the score."
            ),
            Row(
                9,
                "follow-up",
                QualityMeasures.FollowUp,
                10,
                null,
                "Nghị quyết kỳ trước được thực hiện",
                "Việc mà các buổi trước giao, đến hạn vào ngày họp, đều đã làm xong. Kỳ trước không giao việc nào đến hạn thì không "
                    + "tính điểm mục này.",
                "Earlier resolutions carried out",
                "What earlier meetings assigned and was due on the day is done. Where nothing was due, this line does not count."
            ),
        ];

    // the guidance's year is known, its day is not checked: one early date for all
    private static QualityRule Row(
        int position,
        string code,
        string measure,
        int points,
        decimal? needed,
        string name,
        string explanation,
        string englishName,
        string englishExplanation
    ) =>
        new()
        {
            Code = code,
            Name = name,
            Explanation = explanation,
            EnglishName = englishName,
            EnglishExplanation = englishExplanation,
            Kinds = ["cell-meeting", "thematic-meeting"],
            Measure = measure,
            Needed = needed,
            Points = points,
            Position = position,
            ValidFrom = new DateOnly(2018, 1, 1),
            Source = Guidance,
            Verified = false,
        };
}
