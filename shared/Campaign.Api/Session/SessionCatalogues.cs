using Campaign.Contracts;

namespace Campaign.Api.Session;

/// <summary>The words that the Session service owns.</summary>
public static class SessionCatalogues
{
    /// <summary>Kinds of sessions; an assignment asks for a session by the code of its kind.</summary>
    public static readonly CatalogueName Kinds = new(Resources.Session, "session-kinds");

    /// <summary>What is done in a session.</summary>
    public static readonly CatalogueName Activities = new(Resources.Session, "session-activities");

    /// <summary>In a room, online.</summary>
    public static readonly CatalogueName Forms = new(Resources.Session, "session-forms");

    /// <summary>
    /// How a participant took part; <see cref="CountsAs"/>, <see cref="TakesMinutes"/>, <see cref="NeedsReason"/>, <see cref="Usual"/>.
    /// </summary>
    public static readonly CatalogueName Statuses = new(Resources.Session, "attendance-statuses");

    /// <summary>Of a session, and of a day of a series.</summary>
    public static readonly CatalogueName States = new(Resources.Session, "session-states");

    public static readonly CatalogueName PreparationSteps = new(Resources.Session, "preparation-steps");

    /// <summary>What a good meeting is; <see cref="Explanation"/>, <see cref="EnglishExplanation"/>.</summary>
    public static readonly CatalogueName QualityRules = new(Resources.Session, "quality-rules");

    /// <summary>Trait of a kind: each cell owes one a quarter.</summary>
    public const string OwedQuarterly = "owedQuarterly";

    /// <summary>Trait of a status: <c>present</c>, <c>excused</c> or <c>absent</c> in every figure.</summary>
    public const string CountsAs = "countsAs";

    /// <summary>Trait of a status: a number of minutes belongs to it.</summary>
    public const string TakesMinutes = "takesMinutes";

    /// <summary>Trait of a status: a reason must be given.</summary>
    public const string NeedsReason = "needsReason";

    /// <summary>Trait of a status: recorded of somebody of whom no more is known than what it counts as.</summary>
    public const string Usual = "usual";

    /// <summary>Trait of a state of a session: what the list of sessions can be asked for.</summary>
    public const string OfSession = "ofSession";

    /// <summary>Trait of a rule: what it means and what to do, in Vietnamese.</summary>
    public const string Explanation = "explanation";

    /// <summary>Trait of a rule: the same in English.</summary>
    public const string EnglishExplanation = "explanationEn";
}
