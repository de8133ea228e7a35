using System.Net;
using Campaign.Api;
using Campaign.Api.Imports;
using Campaign.Api.Problems;
using Campaign.Portal.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Portal.Tests.Components;

public sealed class WordsTests
{
    [Theory]
    [InlineData("vi", "02/09/2022")]
    [InlineData("en", "2 Sep 2022")]
    public void Days_are_written_as_readers_write_them(string language, string expected)
    {
        using var context = new PortalContext(language);

        Words.Day(new DateOnly(2022, 9, 2)).ShouldBe(expected);
    }

    [Fact]
    public void Times_are_those_of_Hanoi()
    {
        using var context = new PortalContext("vi");

        Words.Time(new DateTimeOffset(2022, 9, 1, 17, 30, 0, TimeSpan.Zero)).ShouldBe("02/09/2022 00:30");
        Words.InHanoi(new DateTime(2022, 9, 2, 0, 30, 0)).UtcDateTime.ShouldBe(new DateTime(2022, 9, 1, 17, 30, 0));
    }

    [Theory]
    [InlineData("outside-your-units", 403, "không thuộc phạm vi")]
    [InlineData("version-changed", 412, "Người khác vừa sửa")]
    [InlineData("never-heard-of", 409, "không thực hiện được")]
    public void A_problem_is_a_sentence_in_the_readers_language(string slug, int status, string part)
    {
        using var context = new PortalContext("vi");
        var words = context.Services.GetRequiredService<Words>();

        words.Problem(new ApiException((HttpStatusCode)status, $"urn:campaign:problem:{slug}", "detail")).ShouldContain(part);
    }

    [Fact]
    public void What_the_service_adds_is_shown_where_our_sentence_does_not_say_it()
    {
        using var context = new PortalContext();
        var words = context.Services.GetRequiredService<Words>();

        words
            .ProblemDetail(new ApiException(HttpStatusCode.Conflict, "urn:campaign:problem:never-heard-of", "It rains"))
            .ShouldBe("It rains");
        words.ProblemDetail(new ApiException(HttpStatusCode.Forbidden, "urn:campaign:problem:outside-your-units", "detail")).ShouldBeNull();
    }

    [Theory]
    [InlineData("vi", "Ngày chính thức: không được trước Ngày vào Đảng.")]
    [InlineData("en", "Official since must not lie before 'Joined on'.")]
    public void A_mistake_in_a_field_or_a_column_calls_both_fields_what_people_call_them(string language, string expected)
    {
        using var context = new PortalContext(language);
        var error = new FieldError(
            "officialSince",
            FieldCodes.EndBeforeStart.Code,
            new Dictionary<string, object?> { ["start"] = "joinedOn" },
            "…"
        );

        Words.Problem(error).ShouldBe(expected);
        Words.Problem(new ImportError(2, "official_since", "", error.Code, error.Params, "…")).ShouldBe(expected);
        Words.Problem(new ImportError(2, "x", "", "brand-new", error.Params, "In English")).ShouldBe("In English");
    }

    [Fact]
    public void A_code_that_is_new_is_shown_as_it_is()
    {
        using var context = new PortalContext();
        var words = context.Services.GetRequiredService<Words>();

        words.Code("import-state", "running").ShouldBe("Running");
        words.Code("import-state", "brand-new").ShouldBe("brand-new");
    }
}
