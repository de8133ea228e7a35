using System.Net;
using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Directives.Attachments;
using Campaign.Directives.Tests.Files;

namespace Campaign.Directives.Tests.Service;

[Collection(ServiceTests.Name)]
public sealed class AttachmentTests(DirectiveService service)
{
    [Fact]
    public async Task File_comes_back_byte_for_byte_to_be_saved_and_is_found_by_its_text()
    {
        var draft = await service.DraftAsync();
        var file = SampleFiles.Docx(SampleFiles.Paragraph("Chỉnh trang đô thị Hạ Đình"), more: ("word/media/image1.png", Noise(700_000)));
        var changed = await service.Officer.AttachAsync(draft.Id, draft.Version, "C:\\Hồ sơ\\Kế hoạch 39.exe", file);
        changed.Version.ShouldBe(draft.Version + 1);

        var view = await service.Officer.AttachmentAsync(draft.Id);
        (view.FileName, view.ContentType, view.Bytes).ShouldBe(("Kế hoạch 39.exe.docx", AttachmentContent.Docx, file.Length));
        using var client = service.Factory.As($"{Roles.DistrictOfficer}@hn/thanh-xuan");
        using var response = await client.GetAsync(new Uri($"/directives/{draft.Id}/attachment/content", UriKind.Relative));
        (await response.Content.ReadAsByteArrayAsync()).ShouldBe(file);
        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        response.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("Kế hoạch 39.exe.docx");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await service.ScalarAsync<long>("select count(*) from attachment_chunks where octet_length(content) > 262144")).ShouldBe(0);

        (await service.Officer.DirectivesAsync(draft.CampaignId, "chinh trang ha dinh")).Items.ShouldHaveSingleItem().Id.ShouldBe(draft.Id);
        (await service.Officer.DirectivesAsync(draft.CampaignId, "khong co chu nay")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_file_takes_the_place_of_the_first_and_both_can_go()
    {
        var draft = await service.DraftAsync();
        var first = await service.Officer.AttachAsync(draft.Id, draft.Version, "a.pdf", SampleFiles.Pdf("Bản một"));
        await service
            .Officer.AttachAsync(draft.Id, draft.Version, "b.pdf", SampleFiles.Pdf("Bản cũ hơn"))
            .ShouldBeRefusedAsync("version-changed");
        await service.Officer.AttachAsync(draft.Id, first.Version, "b.pdf", SampleFiles.Pdf("Bản hai"));
        (await service.Officer.AttachmentAsync(draft.Id)).FileName.ShouldBe("b.pdf");
        (await service.ScalarAsync<long>($"select count(*) from attachments where directive_id = '{draft.Id}'")).ShouldBe(1);

        await service.Officer.RemoveAttachmentAsync(draft.Id);
        await service.Officer.AttachmentAsync(draft.Id).ShouldBeRefusedAsync("not-found");
        await service.Officer.AttachmentContentAsync(draft.Id).ShouldBeRefusedAsync("not-found");
        await service.Officer.RemoveAttachmentAsync(draft.Id).ShouldBeRefusedAsync("not-found");
        (
            await service.ScalarAsync<long>(
                "select count(*) from attachment_chunks c where not exists (select from attachments a where a.id = c.attachment_id)"
            )
        ).ShouldBe(0);
    }

    [Fact]
    public async Task Nothing_of_a_file_with_a_secrecy_mark_is_stored()
    {
        var draft = await service.DraftAsync();
        await service
            .Officer.AttachAsync(draft.Id, draft.Version, "a.pdf", SampleFiles.Pdf("Nội dung", corner: "MẬT"))
            .ShouldBeRefusedAsync("secrecy-marked");
        await service
            .Officer.AttachAsync(draft.Id, draft.Version, "a.pdf", "not a pdf"u8.ToArray())
            .ShouldBeRefusedAsync("attachment-type");
        await service
            .Officer.AttachAsync(draft.Id, draft.Version, "a.pdf", [.. "%PDF-1.7"u8, .. new byte[Attachment.MaxBytes]])
            .ShouldBeRefusedAsync("attachment-too-large");
        await service
            .Officer.AttachAsync(draft.Id, draft.Version, "?", SampleFiles.Pdf("Nội dung"))
            .ShouldBeRefusedAsync("fileName", DirectiveProblems.FileName);

        (await service.ScalarAsync<long>($"select count(*) from attachments where directive_id = '{draft.Id}'")).ShouldBe(0);
        (await service.Officer.DirectiveAsync(draft.Id)).Version.ShouldBe(draft.Version);
    }

    [Fact]
    public async Task Issued_document_keeps_its_file_and_units_below_read_it()
    {
        var ward = await service.WardAsync(1);
        var draft = await service.DraftAsync();
        var attached = await service.Officer.AttachAsync(draft.Id, draft.Version, "a.pdf", SampleFiles.Pdf("Bản chính"));
        var issued = await service.Officer.IssueAsync(
            draft.Id,
            new IssueDirective([ward.Cells[0].Id], null, [service.Asking(RequirementKinds.Report)])
        );

        await service
            .Officer.AttachAsync(draft.Id, issued.Version, "b.pdf", SampleFiles.Pdf("Bản khác"))
            .ShouldBeRefusedAsync("already-issued");
        await service.Officer.RemoveAttachmentAsync(draft.Id).ShouldBeRefusedAsync("already-issued");
        (await service.Secretary(ward.Cells[0]).AttachmentContentAsync(draft.Id)).ShouldNotBeEmpty();
        attached.Version.ShouldBeLessThan(issued.Version);
    }

    [Fact]
    public async Task Somebody_elses_draft_is_neither_read_nor_changed()
    {
        var draft = await service.DraftAsync();
        await service.Officer.AttachAsync(draft.Id, draft.Version, "a.pdf", SampleFiles.Pdf("Bản chính"));
        var other = service.As($"{Roles.DistrictOfficer}@hn/dong-da");
        await other.AttachmentAsync(draft.Id).ShouldBeRefusedAsync("not-found");
        await other.AttachmentContentAsync(draft.Id).ShouldBeRefusedAsync("not-found");
        await other.RemoveAttachmentAsync(draft.Id).ShouldBeRefusedAsync("outside-your-units");

        // as the access walk does it: without a body
        using var client = service.Factory.As($"{Roles.DistrictOfficer}@hn/dong-da");
        using var nothing = new HttpRequestMessage(HttpMethod.Put, $"/directives/{draft.Id}/attachment");
        (await client.SendAsync(nothing)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static byte[] Noise(int length)
    {
        var noise = new byte[length];
        new Random(7).NextBytes(noise);
        return noise;
    }
}
