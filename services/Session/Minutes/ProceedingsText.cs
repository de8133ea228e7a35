using System.Globalization;
using Campaign.Sessions.Holding;
using Campaign.Sessions.Preparing;

namespace Campaign.Sessions.Minutes;

/// <summary>
/// What was dealt with, said, voted on and resolved, in the words of minutes; a part that nothing is known of is left to be written.
/// </summary>
internal static class ProceedingsText
{
    private const string ToWrite = "…";
    private static readonly CultureInfo s_vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <param name="section">Writes a heading and its lines.</param>
    /// <param name="line">Writes a line under the heading that is there.</param>
    public static void Write(Proceedings proceedings, Action<string, IReadOnlyList<string>> section, Action<string> line)
    {
        foreach (var (index, item) in proceedings.Agenda.Index())
        {
            line($"{index + 1}. {item.Title}{Presented(item)}{Took(item)}.");
        }

        section("IV. Ý KIẾN THẢO LUẬN", Said(proceedings));
        section(
            "V. BIỂU QUYẾT",
            [
                .. proceedings
                    .Counted.Index()
                    .Select(vote => $"{vote.Index + 1}. {Counted(vote.Item)}")
                    .DefaultIfEmpty("Không có nội dung biểu quyết."),
            ]
        );
        section(
            "VI. KẾT LUẬN, NGHỊ QUYẾT",
            proceedings.Resolution.Length == 0 ? [ToWrite] : [.. proceedings.Resolution.Split('\n').Select(paragraph => paragraph.Trim())]
        );
        if (proceedings.Items.Count > 0)
        {
            section(
                "VII. PHÂN CÔNG THỰC HIỆN",
                [
                    .. proceedings.Items.Select(
                        (item, index) =>
                            string.Create(
                                s_vietnamese,
                                $"{index + 1}. {item.What} ({item.Target:0.##} {item.Measure}): {item.Responsible}, hạn hết ngày "
                                    + $"{item.DueOn:dd/MM/yyyy}."
                            )
                    ),
                ]
            );
        }
    }

    private static string Presented(AgendaItem item) => item.Presenter.Length == 0 ? "" : $" (người trình bày: {item.Presenter})";

    private static string Took(AgendaItem item) =>
        item.SpentSeconds < 30
            ? ""
            : string.Create(s_vietnamese, $", {Math.Round(item.SpentSeconds / 60m, MidpointRounding.AwayFromZero):0} phút");

    private static List<string> Said(Proceedings proceedings)
    {
        if (proceedings.Contributions.Count == 0)
        {
            return [ToWrite];
        }

        var numbers = proceedings
            .Agenda.Select((item, index) => (item.Id, Number: index + 1))
            .ToDictionary(item => item.Id, item => item.Number);
        string About(Contribution contribution) =>
            contribution.ItemId is { } item && numbers.TryGetValue(item, out var number) ? $" (về mục {number})" : "";
        List<string> lines = [string.Create(s_vietnamese, $"Có {proceedings.Speakers} người phát biểu.")];
        lines.AddRange(
            proceedings
                .Contributions.Where(row => row.Kind == Contribution.Speech)
                .Select(row => $"– {row.Name}{About(row)}{(row.Note.Length == 0 ? "" : $": {row.Note}")}{Stop(row.Note)}")
        );
        var proposals = proceedings.Contributions.Where(row => row.Kind == Contribution.Proposal).ToList();
        if (proposals.Count > 0)
        {
            lines.Add(string.Create(s_vietnamese, $"Đề xuất, kiến nghị ({proposals.Count}):"));
            lines.AddRange(proposals.Select(row => $"– {row.Name}{About(row)}: {row.Note}{Stop(row.Note)}"));
        }

        return lines;
    }

    private static string Stop(string note) => note is [.., '.' or '!' or '?' or '…'] ? "" : ".";

    private static string Counted(HandVote vote) =>
        string.Create(
            s_vietnamese,
            $"{vote.Question}: tán thành {vote.For}/{vote.Present}; không tán thành {vote.Against}/{vote.Present}; "
                + $"không biểu quyết, ý kiến khác {vote.Present - vote.For - vote.Against}/{vote.Present}"
                + $"{(vote.Number > 1 ? $" (kiểm lại lần {vote.Number - 1})" : "")}."
        );
}
