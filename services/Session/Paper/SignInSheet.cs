using System.Globalization;
using Campaign.Documents;
using Campaign.Sessions.Scheduling;
using Campaign.Time;

namespace Campaign.Sessions.Paper;

/// <summary>A name on the printed sheet.</summary>
public sealed record SheetName(int Line, string FullName, string Number);

/// <summary>The sheet that people sign at the door: numbered, in large type, a page for every twenty names.</summary>
public static class SignInSheet
{
    private const double RowHeight = 30;
    private const double NumberWidth = 44;
    private const double CardWidth = 92;
    private const double SignatureWidth = 130;

    /// <returns>The PDF file.</returns>
    public static byte[] Print(Session session, IReadOnlyList<SheetName> names)
    {
        using var paper = new PdfPaper($"Danh sách ký tên – {session.Plan.Topic}", page => $"{session.UnitName} – trang {page}");
        paper.Write(session.UnitName, 13, paper.Fonts.Bold);
        paper.Skip(6);
        paper.Write("DANH SÁCH KÝ TÊN", 20, paper.Fonts.Bold, Placed.Centred);
        paper.Write(session.Plan.Topic, 15, paper.Fonts.Regular, Placed.Centred);
        paper.Write(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{OfficeDay.ClockAt(session.StartsAt):HH:mm} ngày {OfficeDay.ClockAt(session.StartsAt):dd/MM/yyyy}, {session.Plan.Place}"
            ),
            13,
            paper.Fonts.Italic,
            Placed.Centred
        );
        paper.Skip(12);
        Head(paper);
        foreach (var name in names)
        {
            if (paper.Need(RowHeight))
            {
                Head(paper);
            }

            Row(paper, name.Line.ToString(CultureInfo.InvariantCulture), name.FullName, name.Number, isHead: false);
        }

        return paper.Build();
    }

    private static void Head(PdfPaper paper) => Row(paper, "Số", "Họ và tên", "Số thẻ", isHead: true);

    private static void Row(PdfPaper paper, string number, string name, string card, bool isHead)
    {
        var nameWidth = paper.Width - NumberWidth - CardWidth - SignatureWidth;
        double[] widths = [NumberWidth, nameWidth, CardWidth, SignatureWidth];
        string[] texts = [number, name, card, isHead ? "Ký tên" : ""];
        double left = 0;
        for (var column = 0; column < widths.Length; column++)
        {
            paper.Box(left, widths[column], RowHeight);
            var size =
                isHead ? 12
                : column == 2 ? 11
                : 16;
            paper.Beside(
                texts[column],
                size,
                isHead || column == 0 ? paper.Fonts.Bold : paper.Fonts.Regular,
                left + 5,
                widths[column] - 10,
                20,
                column == 0 ? Placed.Centred : Placed.Left
            );
            left += widths[column];
        }

        paper.Skip(RowHeight);
    }
}
