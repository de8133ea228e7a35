using System.Globalization;
using Campaign.Api;
using Campaign.Portal.Shared;
using Campaign.Time;

namespace Campaign.Portal.Vocabulary;

/// <summary>Reads the catalogues of all services with the token of whoever looks at the page.</summary>
public sealed class CatalogueClient(HttpClient http)
{
    public Task<Tagged<Catalogue>> ReadAsync(CatalogueName name, Tagged<Catalogue>? held, CancellationToken ct) =>
        new OfService(http, name.Service).CatalogueAsync(name.Name, held, ct);

    private sealed class OfService(HttpClient http, string service) : ApiClient(http, service);
}

/// <summary>
/// The words of the services in the reader's language: the options of a choice, and what a code is called. Each is read from its owner
/// when a page first needs it, and asked about again after a minute. A code that the owner does not know is shown as it is.
/// </summary>
public sealed class Catalogues(CatalogueCache cache, CatalogueClient client, TimeProvider time)
{
    /// <summary>All entries, in the order of lists; an older copy when the owner does not answer.</summary>
    public async ValueTask<IReadOnlyList<CatalogueEntry>> ReadAsync(CatalogueName name, CancellationToken ct = default)
    {
        if (!cache.IsFresh(name))
        {
            try
            {
                cache.Keep(name, await client.ReadAsync(name, cache.Of(name), ct));
            }
            catch (Exception exception) when (Words.IsExpected(exception) && cache.Of(name) is not null)
            {
                // shown as it was
            }
        }

        return cache.Of(name)!.Value.Entries;
    }

    /// <summary>Makes the names of these catalogues known to <see cref="Name"/>; one that cannot be read shows its codes.</summary>
    public async Task LoadAsync(params IReadOnlyList<CatalogueName> names)
    {
        foreach (var name in names)
        {
            try
            {
                await ReadAsync(name);
            }
            catch (Exception exception) when (Words.IsExpected(exception))
            {
                // names are no reason for a page not to be shown
            }
        }
    }

    /// <summary>What may be chosen for a day, today unless said; and <paramref name="chosen"/>, which may be from another time.</summary>
    /// <param name="trait">Only entries that have it.</param>
    public async Task<IReadOnlyList<(string Value, string Text)>> OptionsAsync(
        CatalogueName name,
        DateOnly? on = null,
        string? chosen = null,
        string? trait = null,
        CancellationToken ct = default
    )
    {
        var day = on ?? time.Today();
        var used = (await ReadAsync(name, ct))
            .Where(entry => entry.IsUsedOn(day) && (trait is null || entry.Is(trait)))
            .Select(entry => (entry.Code, entry.NameIn(Language)))
            .ToList();
        return chosen is null || used.Any(option => option.Code == chosen) ? used : [.. used, (chosen, Name(name, chosen, day))];
    }

    /// <summary>Those in use on a day, today unless said, in the order of lists; none while the catalogue is not loaded.</summary>
    public IReadOnlyList<CatalogueEntry> Loaded(CatalogueName name, DateOnly? on = null)
    {
        var day = on ?? time.Today();
        return [.. (cache.Of(name)?.Value.Entries ?? []).Where(entry => entry.IsUsedOn(day))];
    }

    /// <summary>The codes that occur, each once, as the catalogue orders them; those that are not loaded last.</summary>
    public IReadOnlyList<string> InOrder(CatalogueName name, IEnumerable<string> codes)
    {
        var known = (cache.Of(name)?.Value.Entries ?? []).Select(entry => entry.Code).Distinct().ToList();
        var occurring = codes.Distinct().Order(StringComparer.Ordinal).ToList();
        return [.. known.Where(occurring.Contains), .. occurring.Except(known)];
    }

    /// <summary>What may be chosen today; nothing as long as the owner does not answer, for what a page can do without.</summary>
    public async Task<IReadOnlyList<(string Value, string Text)>> KnownOptionsAsync(CatalogueName name)
    {
        await LoadAsync(name);
        return cache.Of(name) is null ? [] : await OptionsAsync(name);
    }

    /// <summary>
    /// What a code is called, on a day where it matters; the code itself as long as the catalogue is not loaded or does not know it.
    /// </summary>
    public string Name(CatalogueName name, string? code, DateOnly? on = null) =>
        code is null ? "" : Entry(name, code, on)?.NameIn(Language) ?? code;

    /// <summary>The code as it is, or was last, used on a day, today unless said; null while the catalogue is not loaded.</summary>
    public CatalogueEntry? Entry(CatalogueName name, string? code, DateOnly? on = null)
    {
        var day = on ?? time.Today();
        var entries = cache.Of(name)?.Value.Entries.Where(entry => entry.Code == code).ToList() ?? [];
        return entries.Find(entry => entry.IsUsedOn(day)) ?? entries.MaxBy(entry => entry.ValidFrom);
    }

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
}
