using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Campaign.Api.Directive;
using Campaign.Api.Problems;
using Campaign.Contracts;

namespace Campaign.Directives.Tests.Service;

[Collection(ServiceTests.Name)]
public sealed class DraftTests(DirectiveService service)
{
    [Fact]
    public async Task Second_editor_of_a_draft_gets_both_versions_and_overwrites_nothing()
    {
        var draft = await service.DraftAsync();
        var record = service.Record(draft.CampaignId);
        var first = await service.Officer.EditAsync(
            draft.Id,
            draft.Version,
            record with
            {
                Title = "Kế hoạch của người thứ nhất",
                Body = "Nội dung một",
            }
        );
        first.Version.ShouldBe(draft.Version + 1);

        using var http = service.Factory.As($"{Roles.DistrictOfficer}@hn/thanh-xuan");
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri($"api/v1/directive/directives/{draft.Id}", UriKind.Relative))
        {
            Content = JsonContent.Create(record with { Title = "Kế hoạch của người thứ hai" }),
        };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{draft.Version}\"");
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        problem.GetProperty("yours").GetProperty("title").GetString().ShouldBe("Kế hoạch của người thứ hai");
        problem.GetProperty("current").GetProperty("title").GetString().ShouldBe("Kế hoạch của người thứ nhất");
        problem.GetProperty("current").GetProperty("body").GetString().ShouldBe("Nội dung một");
        problem.GetProperty("currentVersion").GetInt64().ShouldBe(first.Version);
        (await service.Officer.DirectiveAsync(draft.Id)).Title.ShouldBe("Kế hoạch của người thứ nhất");
    }

    [Fact]
    public async Task Draft_is_corrected_in_every_part_and_an_issued_document_is_not()
    {
        var draft = await service.DraftAsync(symbol: "8-KH/QU");
        var details = new DocumentDetails(
            "T/M Ban Thường vụ, Bí thư",
            "Hà Nội",
            new DateOnly(2021, 8, 1),
            new DateOnly(2025, 12, 31),
            "urgent",
            "Lưu hành nội bộ"
        );
        var corrected = await service.Officer.EditAsync(
            draft.Id,
            draft.Version,
            service.Record(draft.CampaignId, "9-CT/QU", new DateOnly(2021, 7, 2)) with
            {
                Details = details,
                Body = "# Chỉ thị",
            }
        );
        (corrected.Symbol, corrected.DocumentType, corrected.Details).ShouldBe(("09-CT/QU", "CT", details));
        (await service.Officer.BodyAsync(draft.Id)).Text.ShouldBe("# Chỉ thị");
        var emptied = await service.Officer.EditAsync(draft.Id, corrected.Version, service.Record(draft.CampaignId, "9-CT/QU"));
        await service.Officer.BodyAsync(draft.Id).ShouldBeRefusedAsync("not-found");
        var issued = await service.Officer.IssueAsync(draft.Id, new IssueDirective([], null, []));
        issued.Version.ShouldBe(emptied.Version + 1);
        await service
            .Officer.EditAsync(draft.Id, issued.Version, service.Record(draft.CampaignId, "9-CT/QU"))
            .ShouldBeRefusedAsync("already-issued");
    }

    [Fact]
    public async Task Secrecy_mark_is_refused_in_a_correction_too()
    {
        var draft = await service.DraftAsync();
        await service
            .Officer.EditAsync(draft.Id, draft.Version, service.Record(draft.CampaignId) with { Body = "MẬT\nmột dòng" })
            .ShouldBeRefusedAsync("secrecy-marked");
        (await service.Officer.DirectiveAsync(draft.Id)).Version.ShouldBe(draft.Version);
    }

    [Fact]
    public async Task Details_that_contradict_each_other_are_refused()
    {
        var draft = await service.DraftAsync();
        var record = service.Record(draft.CampaignId);
        await service
            .Officer.EditAsync(
                draft.Id,
                draft.Version,
                record with
                {
                    Details = new DocumentDetails(EffectiveOn: record.SignedOn.AddDays(-1)),
                }
            )
            .ShouldBeRefusedAsync("details.effectiveOn", FieldCodes.TooEarly);
        await service
            .Officer.EditAsync(
                draft.Id,
                draft.Version,
                record with
                {
                    Details = new DocumentDetails(EffectiveOn: record.SignedOn.AddDays(2), ExpiresOn: record.SignedOn.AddDays(1)),
                }
            )
            .ShouldBeRefusedAsync("details.expiresOn", FieldCodes.TooEarly);
        await service
            .Officer.EditAsync(draft.Id, draft.Version, record with { CampaignId = Guid.NewGuid() })
            .ShouldBeRefusedAsync("campaignId", DirectiveProblems.StaysAsRecorded);
        await service
            .Officer.EditAsync(draft.Id, draft.Version, record with { Details = new DocumentDetails(Urgency: "soon") })
            .ShouldBeRefusedAsync("details.urgency", FieldCodes.OneOf);
    }
}
