using System.Diagnostics;
using Campaign.Sessions.Minutes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Campaign.Session.Tests.Rules;

/// <summary>The printed minutes, read back by the programs that people open them with.</summary>
public sealed class MinutesFileTests
{
    private static readonly MinutesPrint s_minutes = new(
        ["ĐẢNG BỘ PHƯỜNG HẠ ĐÌNH", "CHI BỘ 3", "Số: 05-BB/CB"],
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Hạ Đình, ngày 01 tháng 3 năm 2022",
        "BIÊN BẢN",
        "Sinh hoạt chi bộ thường kỳ: Đẩy mạnh học tập và làm theo",
        [("Triệu tập", "30"), ("Có mặt", "27"), ("Vắng có lý do", "2"), ("Vắng không lý do", "1")],
        [
            "II. THÀNH PHẦN",
            "",
            "Đồng chí Nguyễn Thị Thường phát biểu: “Nói đi đôi với làm” – rưỡng, ỵ, ặ, ẫ.",
            .. Enumerable.Range(1, 80).Select(line => $"Ý kiến thứ {line} về chỉnh trang đô thị."),
            .. MinutesComposer.Compose(ProceedingsTests.Happened()).Split('\n'),
        ],
        new Signature("THƯ KÝ", "(ký, ghi rõ họ tên)", "Trần Thị Bình"),
        new Signature("CHỦ TRÌ", "(đã ký 21:00 01/03/2022)", "Nguyễn Văn An"),
        "Bản đính chính số 2. Lý do: ghi nhầm"
    );

    private static readonly string[] s_said =
    [
        "CHI BỘ 3",
        "Số: 05-BB/CB",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Hạ Đình, ngày 01 tháng 3 năm 2022",
        "Đẩy mạnh học tập và làm theo",
        "Vắng không lý do",
        "rưỡng, ỵ, ặ, ẫ",
        "Ý kiến thứ 80 về chỉnh trang đô thị",
        "Trần Thị Bình",
        "Nguyễn Văn An",
        "Lý do: ghi nhầm",
        "Đề xuất, kiến nghị (1): – Lê Văn Cường: Đề nghị lắp camera.",
        "tán thành 25/27; không tán thành 1/27",
        "VII. PHÂN CÔNG THỰC HIỆN",
        "Vận động các hộ (12 hộ): Trần Thị Bình",
    ];

    [Fact]
    public async Task Pdf_can_be_read_as_text_with_every_diacritic()
    {
        var folder = Directory.CreateTempSubdirectory();
        var file = Path.Combine(folder.FullName, "minutes.pdf");
        await File.WriteAllBytesAsync(file, MinutesPdf.Print(s_minutes));
        await RunAsync("pdftotext", "-layout", file, Path.ChangeExtension(file, "txt"));
        await DemandAsync(Path.ChangeExtension(file, "txt"));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Docx_opens_in_LibreOffice_with_text_and_tables()
    {
        var folder = Directory.CreateTempSubdirectory();
        var file = Path.Combine(folder.FullName, "minutes.docx");
        await File.WriteAllBytesAsync(file, MinutesDocx.Print(s_minutes));
        await RunAsync(
            "soffice",
            "--headless",
            $"-env:UserInstallation=file://{folder.FullName}/profile",
            "--convert-to",
            "pdf",
            "--outdir",
            folder.FullName,
            file
        );
        await RunAsync("pdftotext", "-layout", Path.ChangeExtension(file, "pdf"), Path.ChangeExtension(file, "txt"));
        await DemandAsync(Path.ChangeExtension(file, "txt"));
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Docx_is_valid_and_holds_heading_figures_and_signatures_as_tables()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(MinutesDocx.Print(s_minutes)), isEditable: false);
        new OpenXmlValidator().Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        var tables = document.MainDocumentPart!.Document.Body!.Elements<Table>().ToList();
        tables.Count.ShouldBe(3);
        tables[1]
            .Descendants<TableCell>()
            .Select(cell => cell.InnerText)
            .ShouldBe(["Triệu tập30", "Có mặt27", "Vắng có lý do2", "Vắng không lý do1"]);
        tables[2].InnerText.ShouldBe("THƯ KÝ(ký, ghi rõ họ tên)Trần Thị BìnhCHỦ TRÌ(đã ký 21:00 01/03/2022)Nguyễn Văn An");
    }

    [Fact]
    public void Text_that_no_document_can_hold_is_left_out()
    {
        var odd = s_minutes with { Paragraphs = ["Một\u0001 hai \ud83d\ude00 ba", "<b>&"] };
        using var document = WordprocessingDocument.Open(new MemoryStream(MinutesDocx.Print(odd)), isEditable: false);
        document.MainDocumentPart!.Document.Body!.InnerText.ShouldContain("Một hai  ba<b>&");
        MinutesPdf.Print(odd).Length.ShouldBeGreaterThan(1000);
    }

    private static async Task DemandAsync(string file)
    {
        var text = string.Join(' ', (await File.ReadAllTextAsync(file)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Normalize();
        foreach (var said in s_said)
        {
            text.ShouldContain(said);
        }
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true }
        )!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var said = process.StandardError.ReadToEndAsync(limit.Token);
        await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        process.ExitCode.ShouldBe(0, await said);
    }
}
