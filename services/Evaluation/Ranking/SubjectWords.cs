using Campaign.Api;
using Campaign.Contracts;

namespace Campaign.Evaluation.Ranking;

/// <summary>
/// What the kinds of those who are reviewed are called. Evidence is counted for each by code of its own: none is added as data.
/// </summary>
internal static class SubjectWords
{
    public static readonly IReadOnlyList<CatalogueEntry> All =
    [
        Entry(SubjectKinds.Member, "Cá nhân", "Individual"),
        Entry(SubjectKinds.Unit, "Tập thể", "Collective"),
    ];

    private static CatalogueEntry Entry(string code, string name, string english) =>
        new(
            code,
            new Dictionary<string, string> { [CatalogueEntry.Vietnamese] = name, [CatalogueEntry.English] = english },
            new DateOnly(2018, 1, 1)
        );
}
