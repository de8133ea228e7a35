using Campaign.Api;
using Campaign.Contracts;
using QRCoder;

namespace Campaign.Recognition.Tests.Service;

[Collection(nameof(RecognitionService))]
public class CertificateTests(RecognitionService service)
{
    [Fact]
    public async Task A_certificate_is_one_landscape_sheet_whose_vietnamese_text_can_be_read()
    {
        var world = await service.NewWorldAsync();
        var award = await world.AwardedAsync(world.Members[6]);

        var pdf = await world.Officer.CertificateAsync(award.Id);

        var (pages, width, height) = PdfText.Size(pdf);
        pages.ShouldBe(1);
        width.ShouldBe(842, 1);
        height.ShouldBe(595, 1);
        var text = PdfText.Of(pdf);
        text.ShouldContain("GIẤY KHEN");
        text.ShouldContain("NGUYỄN THỊ THƯỜNG 6", Case.Insensitive);
        text.ShouldContain("Chi bộ số 3 phường Hạ Đình");
        text.ShouldContain("Đã có thành tích: Đổi mới sinh hoạt chi bộ theo chuyên đề");
        text.ShouldContain("Theo Quyết định số 812-QĐ/QU ngày 02 tháng 09 năm 2023");
        text.ShouldContain("Trần Văn Ký");
        text.ShouldContain(award.VerificationCode);
        text.ShouldNotContain('?');
    }

    [Fact]
    public async Task The_qr_code_leads_to_the_verification_page()
    {
        var world = await service.NewWorldAsync();
        var award = await world.AwardedAsync(world.Members[6]);

        var pdf = await world.Officer.CertificateAsync(award.Id);

        var address = $"{RecognitionService.PublicOrigin}/verify/{award.VerificationCode}";
        PdfText.Of(pdf).ShouldContain(address);
        using var generator = new QRCodeGenerator();
        using var expected = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        PdfText.SmallSquares(pdf).ShouldBe(expected.ModuleMatrix.Sum(row => row.Cast<bool>().Count(dark => dark)));
    }

    [Fact]
    public async Task A_long_achievement_and_combining_marks_still_make_a_readable_sheet()
    {
        var world = await service.NewWorldAsync();
        var achievement = string.Concat(Enumerable.Repeat("Giữ gìn đạo đức công vụ, nói đi đôi với làm. ", 60))
            .Normalize(System.Text.NormalizationForm.FormD);
        var nomination = await world.PassedAsync(world.Members[6], achievement: achievement);
        var award = (await world.Officer.DecideAsync(world.Decision("9-QĐ/QU", nomination))).Awards.Single();

        var text = PdfText.Of(await world.Officer.CertificateAsync(award.Id));

        text.ShouldContain("Giữ gìn đạo đức công vụ");
        text.ShouldContain("…");
        text.ShouldNotContain('?');
    }

    [Fact]
    public async Task A_member_prints_their_own_certificate_and_no_others()
    {
        var world = await service.NewWorldAsync();
        var award = await world.AwardedAsync(world.Members[6]);

        (await service.As(world.Members[6], $"{Roles.Member}@{world.CellPath}").CertificateAsync(award.Id)).Length.ShouldBeGreaterThan(
            5000
        );
        await Should.ThrowAsync<ApiException>(service.As(world.Members[7], $"{Roles.Member}@{world.CellPath}").CertificateAsync(award.Id));
    }
}
