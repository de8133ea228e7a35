using Campaign.Api.Problems;

namespace Campaign.Api.Session;

public static partial class SessionProblems
{
    /// <summary>One of two fields is to be filled in; params <c>other</c>, the other field.</summary>
    public static readonly FieldCode OneOfTwo = new("one-of-two");

    /// <summary>Params <c>other</c>, the field that it does not go with.</summary>
    public static readonly FieldCode NotBoth = new("not-both");

    /// <summary>Params <c>day</c>.</summary>
    public static readonly FieldCode UnitNotOnDay = new("unit-not-on-day");

    public static readonly FieldCode ResolutionDueBefore = new("resolution-due-before");

    /// <summary>Params <c>begins</c>, the session's start.</summary>
    public static readonly FieldCode NotAfterStart = new("not-after-start");

    public static readonly FieldCode InFuture = new("in-future");

    public static readonly FieldCode StatusWithoutMinutes = new("status-without-minutes");

    public static readonly FieldCode StatusAfterClosing = new("status-after-closing");
    public static readonly FieldCode AccountOfNobody = new("account-of-nobody");
    public static readonly FieldCode NotTakingPart = new("not-taking-part");

    /// <summary>Params <c>part</c>.</summary>
    public static readonly FieldCode NoLineNumber = new("no-line-number");

    /// <summary>Params <c>part</c>, <c>last</c>.</summary>
    public static readonly FieldCode NotOnSheet = new("not-on-sheet");

    public static readonly FieldCode NoDayInRule = new("no-day-in-rule");

    /// <summary>Params <c>ends</c>.</summary>
    public static readonly FieldCode SeriesEndsBefore = new("series-ends-before");

    public static readonly FieldCode NotHttps = new("not-https");

    /// <summary>Params <c>max</c>.</summary>
    public static readonly FieldCode Target = new("target");

    public static readonly FieldCode UnitNotBelow = new("unit-not-below");
    public static readonly FieldCode MinutesNotAsked = new("minutes-not-asked");
    public static readonly FieldCode Negative = new("negative");
    public static readonly FieldCode NobodyVoted = new("nobody-voted");
    public static readonly FieldCode NoKindOwed = new("no-kind-owed");
}
