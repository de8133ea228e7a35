using Campaign.Api.Problems;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;

namespace Campaign.Directives.Reminders;

/// <summary>What may be done with a line of an inbox, by whose inbox it is: nobody else sees it.</summary>
internal static class NoticeActions
{
    public static readonly ActionRule<Notice> Read = new(
        "read",
        [Roles.Secretary],
        _ => "",
        notice => notice.ReadAt is null ? null : new Problem(SharedProblems.DoneAlready),
        (_, _) => true
    );

    public static readonly IReadOnlyList<ActionRule<Notice>> All = [Read];
}
