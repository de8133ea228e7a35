using Campaign.Api;

namespace Campaign.City.Reports;

/// <summary>What codes are called on the last day of a report, by the catalogues that could be read; else the code itself.</summary>
internal sealed class ReportWords(IReadOnlyList<(CatalogueName Name, Catalogue Catalogue)> catalogues, DateOnly day)
{
    public string Name(CatalogueName catalogue, string code)
    {
        var named = Entries(catalogue).Where(entry => entry.Code == code).ToList();
        return (named.Find(entry => entry.IsUsedOn(day)) ?? named.MaxBy(entry => entry.ValidFrom))?.NameIn(CatalogueEntry.Vietnamese)
            ?? code;
    }

    /// <summary>The codes that occur, each once, as the catalogue orders them; those that it does not have last.</summary>
    public IReadOnlyList<string> InOrder(CatalogueName catalogue, IEnumerable<string> codes)
    {
        var places = Entries(catalogue)
            .Select(entry => entry.Code)
            .Distinct()
            .Index()
            .ToDictionary(entry => entry.Item, entry => entry.Index);
        return
        [
            .. codes.Distinct().OrderBy(code => places.GetValueOrDefault(code, int.MaxValue)).ThenBy(code => code, StringComparer.Ordinal),
        ];
    }

    private IReadOnlyList<CatalogueEntry> Entries(CatalogueName name) =>
        catalogues.FirstOrDefault(catalogue => catalogue.Name == name).Catalogue?.Entries ?? [];
}
