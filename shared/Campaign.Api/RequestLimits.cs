using Campaign.Contracts;

namespace Campaign.Api;

/// <summary>A request that may be larger, or take longer, than others.</summary>
/// <param name="Service">One of <see cref="Resources"/>.</param>
/// <param name="Path">Behind the service's name; <c>{id}</c> stands for one segment, <c>{**rest}</c> for all that follow.</param>
/// <param name="Bytes">Of the body.</param>
/// <param name="Takes">The longest that the service may work on it.</param>
public sealed record RequestLimit(string Service, string Path, long Bytes, TimeSpan Takes)
{
    /// <param name="path">Behind the service's name, without a leading '/'.</param>
    public bool Matches(string service, string path)
    {
        var (wanted, given) = (Path.Split('/'), path.Split('/'));
        for (var i = 0; i < wanted.Length; i++)
        {
            if (wanted[i].StartsWith("{**", StringComparison.Ordinal))
            {
                return service == Service;
            }

            if (i >= given.Length || (wanted[i][0] != '{' && wanted[i] != given[i]))
            {
                return false;
            }
        }

        return service == Service && wanted.Length == given.Length;
    }
}

/// <summary>
/// How large a request may be and how long it may take. The service, the gateway before it and the Portal's own calls all
/// read it here: what one of them allows, another one must not cut off.
/// </summary>
public static class RequestLimits
{
    /// <summary>Bytes of a body unless a line below says otherwise.</summary>
    public const long Bytes = 2 * Mebibyte;

    /// <summary>The longest that a service may work on any other request.</summary>
    public static readonly TimeSpan Takes = TimeSpan.FromSeconds(60);

    private const long Mebibyte = 1024 * 1024;
    private static readonly TimeSpan s_long = TimeSpan.FromMinutes(2);

    /// <summary>Some 100,000 members as CSV.</summary>
    public static readonly RequestLimit Imports = new(Resources.Organization, "imports/{**rest}", 20 * Mebibyte, s_long);

    /// <summary>A million members; the work goes on behind the answer.</summary>
    public static readonly RequestLimit ImportJobs = new(Resources.Organization, "imports/jobs/{**rest}", 150 * Mebibyte, s_long);

    /// <summary>A document with its whole text: 1 MiB grows when its letters are escaped in JSON.</summary>
    public static readonly RequestLimit Document = new(Resources.Directive, "directives", 4 * Mebibyte, Takes);

    /// <summary>A draft put right, with its whole text.</summary>
    public static readonly RequestLimit Draft = new(Resources.Directive, "directives/{id}", 4 * Mebibyte, Takes);

    /// <summary>The file of a document: 10 MiB, and a little more, so that the service says itself what is too large.</summary>
    public static readonly RequestLimit Attachment = new(Resources.Directive, "directives/{id}/attachment", 11 * Mebibyte, Takes);

    /// <summary>The roster of a conference.</summary>
    public static readonly RequestLimit Roster = new(Resources.Session, "sessions/{id}/roster", 4 * Mebibyte, Takes);

    /// <summary>The corrected attendance of a conference.</summary>
    public static readonly RequestLimit Corrections = new(Resources.Session, "sessions/{id}/corrections", 4 * Mebibyte, Takes);

    /// <summary>A file of attendance, as long as somebody may send by mistake: it is told row by row what is wrong with it.</summary>
    public static readonly RequestLimit AttendanceFile = new(Resources.Session, "imports/attendance", 20 * Mebibyte, Takes);

    /// <summary>An answer to an invitation, from anybody: a reason and a question.</summary>
    public static readonly RequestLimit Answer = new(Resources.Session, "invitations/{token}/answer", Mebibyte / 64, Takes);

    /// <summary>Everybody of a district gets a review.</summary>
    public static readonly RequestLimit Enrolment = new(Resources.Evaluation, "periods/{id}/enrol", Bytes, s_long);

    /// <summary>Thousands of scores with comments.</summary>
    public static readonly RequestLimit Proposals = new(Resources.Evaluation, "periods/{id}/proposals", 16 * Mebibyte, s_long);

    /// <summary>A whole cap group is decided at once.</summary>
    public static readonly RequestLimit Decisions = new(Resources.Evaluation, "periods/{id}/decisions", Bytes, s_long);

    public static readonly IReadOnlyList<RequestLimit> All =
    [
        ImportJobs,
        Imports,
        Document,
        Draft,
        Attachment,
        Roster,
        Corrections,
        AttendanceFile,
        Answer,
        Enrolment,
        Proposals,
        Decisions,
    ];

    /// <summary>The line for a request, null when it has none of its own.</summary>
    public static RequestLimit? Of(string service, string path) => All.FirstOrDefault(limit => limit.Matches(service, path));
}
