using Campaign.Contracts;

namespace Campaign.Api.Recognition;

/// <summary>The words that Recognition owns.</summary>
public static class RecognitionCatalogues
{
    /// <summary>Titles and forms of commendation; <see cref="SubjectKind"/> and <see cref="MajorityPercent"/> are their traits.</summary>
    public static readonly CatalogueName Titles = new(Resources.Recognition, "titles");

    /// <summary>Who is granted it.</summary>
    public const string SubjectKind = "subjectKind";

    /// <summary>Share of all council members that must be in favour, 0–100.</summary>
    public const string MajorityPercent = "majorityPercent";
}
