using Campaign.Api.Problems;

namespace Campaign.Api.Organization;

/// <summary>How far the import of a large file is.</summary>
public static class ImportJobStates
{
    public const string Arriving = "arriving";
    public const string Waiting = "waiting";
    public const string Running = "running";

    /// <summary>Everything is in; of a dry run: everything could come in.</summary>
    public const string Done = "done";

    /// <summary>The file has mistakes; nothing came in.</summary>
    public const string Refused = "refused";

    /// <summary>The file could not be read, or concerns units outside the sender's; nothing came in.</summary>
    public const string Failed = "failed";

    public const string Cancelled = "cancelled";

    public static readonly IReadOnlyList<string> All = [Arriving, Waiting, Running, Done, Refused, Failed, Cancelled];

    /// <summary>Whether nothing more will happen.</summary>
    public static bool IsOver(string state) => state is Done or Refused or Failed or Cancelled;
}

/// <summary>A large file of members on its way in: all of it or nothing.</summary>
/// <param name="Bytes">Of the file.</param>
/// <param name="State">One of <see cref="ImportJobStates"/>.</param>
/// <param name="Rows">Read so far.</param>
/// <param name="Report">When it is done or refused.</param>
/// <param name="Problem">Why it failed.</param>
public sealed record ImportJobView(
    Guid Id,
    string FileName,
    bool DryRun,
    string SentBy,
    DateTimeOffset SentAt,
    long Bytes,
    string State,
    int Rows,
    ImportReport? Report,
    ProblemView? Problem
)
{
    /// <summary>What the caller may do with it now: <c>cancel</c>.</summary>
    public IReadOnlyList<string> May { get; init; } = [];
}
