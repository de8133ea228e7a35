using Campaign.Api;

namespace Campaign.Session.Tests.Service;

internal static class Problems
{
    /// <summary>The slug of the problem that the call is refused with.</summary>
    public static async Task<string> RefusalAsync(Func<Task> call) =>
        (await Should.ThrowAsync<ApiException>(call)).Type.Replace("urn:campaign:problem:", "", StringComparison.Ordinal);
}
