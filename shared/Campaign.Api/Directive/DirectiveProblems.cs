using Campaign.Api.Problems;

namespace Campaign.Api.Directive;

/// <summary>Reasons for which Directive refuses a request, and what can be wrong with its fields.</summary>
public static class DirectiveProblems
{
    public static readonly ProblemType OwnWork = new("own-work", 403);
    public static readonly ProblemType AlreadyIssued = new("already-issued", 409);

    /// <summary>Carries <c>directiveId</c>, the record; params <c>symbol</c>, <c>unit</c>.</summary>
    public static readonly ProblemType AlreadyRecorded = new("already-recorded", 409);

    /// <summary>Law 117/2025 on the protection of state secrets.</summary>
    public static readonly ProblemType SecrecyMarked = new("secrecy-marked", 422);

    /// <summary>Params <c>max</c>.</summary>
    public static readonly ProblemType AttachmentTooLarge = new("attachment-too-large", 413);

    public static readonly ProblemType AttachmentType = new("attachment-type", 422);
    public static readonly ProblemType AttachmentUnreadable = new("attachment-unreadable", 422);

    /// <summary>Params <c>max</c>.</summary>
    public static readonly ProblemType AttachmentPages = new("attachment-pages", 422);

    public static readonly ProblemType AssignmentRecalled = new("assignment-recalled", 409);
    public static readonly ProblemType AlreadyCompleted = new("already-completed", 409);
    public static readonly ProblemType DoneAlready = new("done-already", 409);
    public static readonly ProblemType NothingToPlan = new("nothing-to-plan", 409);
    public static readonly ProblemType NoReportAsked = new("no-report-asked", 409);
    public static readonly ProblemType NothingReported = new("nothing-reported", 409);
    public static readonly ProblemType NotAccepted = new("not-accepted", 409);
    public static readonly ProblemType NoExtensionAsked = new("no-extension-asked", 409);
    public static readonly ProblemType CommitmentSettled = new("commitment-settled", 409);

    /// <summary>Params <c>what</c>.</summary>
    public static readonly ProblemType DeedBegun = new("deed-begun", 409);

    public static readonly ProblemType DeedSettled = new("deed-settled", 409);

    /// <summary>Params <c>max</c>.</summary>
    public static readonly ProblemType DeedFull = new("deed-full", 409);

    /// <summary>Params <c>done</c>, <c>target</c>, <c>measure</c>.</summary>
    public static readonly ProblemType TargetNotReached = new("target-not-reached", 409);

    public static readonly FieldCode StaysAsRecorded = new("stays-as-recorded");

    /// <summary>Params <c>max</c>.</summary>
    public static readonly FieldCode TextTooLarge = new("text-too-large");

    /// <summary>Params <c>day</c>, <c>allowed</c>.</summary>
    public static readonly FieldCode DocumentType = new("document-type");

    public static readonly FieldCode Symbol = new("symbol");

    /// <summary>Params <c>named</c>, <c>type</c>.</summary>
    public static readonly FieldCode SymbolOfAnotherType = new("symbol-of-another-type");

    public static readonly FieldCode SuperiorDocument = new("superior-document");

    /// <summary>Params <c>symbol</c>.</summary>
    public static readonly FieldCode SuperiorSignedLater = new("superior-signed-later");

    public static readonly FieldCode EarlierDocument = new("earlier-document");
    public static readonly FieldCode FileName = new("file-name");
    public static readonly FieldCode LeaderNeeded = new("leader-needed");
    public static readonly FieldCode LeadsAlready = new("leads-already");
    public static readonly FieldCode LeadersNotAsked = new("leaders-not-asked");
    public static readonly FieldCode NobodyAsked = new("nobody-asked");
    public static readonly FieldCode NothingAsked = new("nothing-asked");

    /// <summary>Params <c>units</c>.</summary>
    public static readonly FieldCode UnitsNotToday = new("units-not-today");

    /// <summary>Params <c>under</c>.</summary>
    public static readonly FieldCode RuleReachesNobody = new("rule-reaches-nobody");

    /// <summary>Params <c>max</c>.</summary>
    public static readonly FieldCode RuleTooWide = new("rule-too-wide");

    /// <summary>Params <c>allowed</c>.</summary>
    public static readonly FieldCode TypesOfUnits = new("types-of-units");

    /// <summary>Params <c>max</c>.</summary>
    public static readonly FieldCode TooWideToExport = new("too-wide-to-export");

    public static readonly FieldCode UnitEnded = new("unit-ended");
    public static readonly FieldCode HeadOfTheUnit = new("head-of-the-unit");
    public static readonly FieldCode AssignmentOfTheUnit = new("assignment-of-the-unit");
    public static readonly FieldCode DocumentOfTheCampaign = new("document-of-the-campaign");
    public static readonly FieldCode OnlyInCorrections = new("only-in-corrections");
    public static readonly FieldCode EveryDeed = new("every-deed");

    /// <summary>Params <c>max</c>.</summary>
    public static readonly FieldCode Amount = new("amount");

    public static readonly FieldCode WebAddress = new("web-address");
}
