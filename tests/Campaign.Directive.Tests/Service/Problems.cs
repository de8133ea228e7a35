using Campaign.Api;
using Campaign.Api.Problems;

namespace Campaign.Directives.Tests.Service;

internal static class Problems
{
    /// <summary>The call is refused with this problem.</summary>
    public static async Task ShouldBeRefusedAsync(this Task call, string slug) =>
        (await Should.ThrowAsync<ApiException>(call)).Type.ShouldBe(ProblemType.Prefix + slug);
}
