using Campaign.Api;
using Campaign.Api.Problems;
using Campaign.Hosting.Problems;

namespace Campaign.Directives.Tests.Service;

internal static class Problems
{
    /// <summary>The call is refused with this problem.</summary>
    public static async Task ShouldBeRefusedAsync(this Task call, string slug) =>
        (await Should.ThrowAsync<ApiException>(call)).Type.ShouldBe(ProblemType.Prefix + slug);

    /// <summary>The call is refused because this field is wrong in this way, and no other is.</summary>
    public static async Task ShouldBeRefusedAsync(this Task call, string field, FieldCode code) =>
        (await Should.ThrowAsync<ApiException>(call)).Errors.Select(error => (error.Field, error.Code)).ShouldBe([(field, code.Code)]);

    /// <inheritdoc cref="ShouldBeRefusedAsync(Task, string, FieldCode)"/>
    public static void ShouldBeRefused(this Action act, string field, FieldCode code) =>
        Should.Throw<Problem>(act).Errors.Select(error => (error.Field, error.Code)).ShouldBe([(field, code.Code)]);
}
