using Campaign.Api;
using Campaign.Api.Problems;

namespace Campaign.Session.Tests.Service;

internal static class Problems
{
    /// <summary>The slug of the problem that the call is refused with.</summary>
    public static async Task<string> RefusalAsync(Func<Task> call) =>
        (await Should.ThrowAsync<ApiException>(call)).Type.Replace(ProblemType.Prefix, "", StringComparison.Ordinal);

    /// <summary>The field that the call is refused for, and what is wrong with it; the slug when it is for no field.</summary>
    public static async Task<string> FieldAsync(Func<Task> call)
    {
        var refused = await Should.ThrowAsync<ApiException>(call);
        return refused.Errors is [var error]
            ? $"{error.Field} {error.Code}"
            : refused.Type.Replace(ProblemType.Prefix, "", StringComparison.Ordinal);
    }
}
