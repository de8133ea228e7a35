namespace Campaign.Api;

/// <summary>Where a catalogue is read: the service that owns it, and its name there.</summary>
/// <param name="Service">One of <see cref="Contracts.Resources"/>.</param>
public sealed record CatalogueName(string Service, string Name);

/// <summary>Words that a service owns, such as kinds or statuses, with the days on which each is in use.</summary>
/// <param name="Entries">In the order of lists; a code whose meaning or name changed has an entry for each time.</param>
public sealed record Catalogue(string Name, IReadOnlyList<CatalogueEntry> Entries);

/// <param name="Names">Official wording by language; Vietnamese (<c>vi</c>) is always there.</param>
/// <param name="ValidTo">First day on which it is no longer in use; null: without an end.</param>
/// <param name="Source">The document or custom that it rests on.</param>
/// <param name="Verified">Whether somebody checked the entry against its source.</param>
/// <param name="Traits">What the code means beyond its name, where pages act on it, e.g. <c>countsAs</c>: <c>present</c>.</param>
public sealed record CatalogueEntry(
    string Code,
    IReadOnlyDictionary<string, string> Names,
    DateOnly ValidFrom,
    DateOnly? ValidTo = null,
    string? Source = null,
    bool Verified = false,
    IReadOnlyDictionary<string, string>? Traits = null
)
{
    public const string Vietnamese = "vi";
    public const string English = "en";

    /// <summary>The name in the language, else the official Vietnamese one.</summary>
    public string NameIn(string language) => Names.GetValueOrDefault(language) ?? Names[Vietnamese];

    /// <summary>Whether the code has the trait: <c>true</c>, or the value asked for.</summary>
    public bool Is(string trait, string value = "true") => Traits?.GetValueOrDefault(trait) == value;

    public bool IsUsedOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || ValidTo > day);
}

/// <summary>Something read together with its entity tag, so that it can be asked for again without being sent again.</summary>
public sealed record Tagged<T>(T Value, string? Tag);
