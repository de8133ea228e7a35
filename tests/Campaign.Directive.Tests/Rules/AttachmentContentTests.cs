using System.Text;
using Campaign.Directives.Attachments;
using Campaign.Directives.Documents;
using Campaign.Directives.Tests.Files;
using Campaign.Hosting.Problems;

namespace Campaign.Directives.Tests.Rules;

public sealed class AttachmentContentTests
{
    [Fact]
    public void Kind_and_text_follow_from_the_content()
    {
        var pdf = AttachmentContent.Read(SampleFiles.Pdf("Học tập và làm theo tấm gương đạo đức"));
        (pdf.ContentType, pdf.Extension).ShouldBe((AttachmentContent.Pdf, ".pdf"));
        pdf.Text.ShouldContain("tấm gương đạo đức");

        var docx = AttachmentContent.Read(
            SampleFiles.Docx(SampleFiles.Paragraph("Học tập") + SampleFiles.Paragraph("làm theo"), SampleFiles.Paragraph("Đầu trang"))
        );
        (docx.ContentType, docx.Extension).ShouldBe((AttachmentContent.Docx, ".docx"));
        docx.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["Học tập", "làm theo", "Đầu trang"]);
    }

    [Fact]
    public void Stamp_is_found_wherever_it_is_read()
    {
        SecrecyMark.IsStamped(AttachmentContent.Read(SampleFiles.Pdf("Nội dung", corner: "TỐI MẬT")).Text).ShouldBeTrue();
        SecrecyMark.IsStamped(AttachmentContent.Read(SampleFiles.Pdf("Việc bảo vệ bí mật nhà nước")).Text).ShouldBeFalse();
        SecrecyMark
            .IsStamped(AttachmentContent.Read(SampleFiles.Docx(SampleFiles.Paragraph("Nội dung"), SampleFiles.Paragraph("MẬT"))).Text)
            .ShouldBeTrue();
        var box =
            $"<w:p><w:r><w:t>Số 39</w:t></w:r><w:r><w:txbxContent>{SampleFiles.Paragraph("TUYỆT MẬT")}</w:txbxContent></w:r>"
            + "<w:r><w:t>-KH/QU</w:t></w:r></w:p>";
        SecrecyMark.IsStamped(AttachmentContent.Read(SampleFiles.Docx(box)).Text).ShouldBeTrue();
    }

    [Fact]
    public void What_is_neither_pdf_nor_docx_is_refused_whatever_it_is_called()
    {
        byte[][] others =
        [
            [],
            "<html><script>alert(1)</script></html>"u8.ToArray(),
            "MZ\u0090"u8.ToArray(),
            SampleFiles.Docx("", contentType: "application/vnd.ms-word.document.macroEnabled.main+xml"),
            SampleFiles.Docx("", more: ("word/vbaProject.bin", [1, 2, 3])),
        ];
        foreach (var other in others)
        {
            Should.Throw<Problem>(() => AttachmentContent.Read(other)).Slug.ShouldBe("attachment-type");
        }
    }

    [Fact]
    public void What_cannot_be_looked_into_is_refused()
    {
        var cut = SampleFiles.Pdf("Nội dung")[..200];
        Should.Throw<Problem>(() => AttachmentContent.Read(cut)).Slug.ShouldBe("attachment-unreadable");
        Should.Throw<Problem>(() => AttachmentContent.Read("%PDF-1.7 nothing else"u8.ToArray())).Slug.ShouldBe("attachment-unreadable");
        Should.Throw<Problem>(() => AttachmentContent.Read(SampleFiles.Docx("<w:p>"))).Slug.ShouldBe("attachment-unreadable");
        Should.Throw<Problem>(() => AttachmentContent.Read("PK\u0003\u0004cut"u8.ToArray())).Slug.ShouldBe("attachment-unreadable");
    }

    [Fact]
    public void Small_file_that_unfolds_into_a_huge_one_is_read_no_further_than_its_bound()
    {
        var paragraphs = SampleFiles.Paragraph(new string('a', 3_000_000));
        var file = SampleFiles.Docx(
            paragraphs,
            more:
            [
                .. Enumerable
                    .Range(2, 40)
                    .Select(no =>
                        (
                            $"word/header{no}.xml",
                            Encoding.UTF8.GetBytes(
                                $"<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">{paragraphs}</w:hdr>"
                            )
                        )
                    ),
            ]
        );
        file.Length.ShouldBeLessThan(1024 * 1024);
        AttachmentContent.Read(file).Text.Length.ShouldBeLessThan(2 * 3_000_000);
    }
}
