using Campaign.Api;
using Campaign.Time;

namespace Campaign.ServiceDefaults.Catalogues;

/// <summary>A row of a catalogue: a code, what it is called, and the days on which it is in use.</summary>
public interface ICatalogueRow : IDated
{
    string Code { get; }

    /// <summary>Official Vietnamese wording.</summary>
    string Name { get; }

    /// <summary>Null where nobody has translated it: readers of English see the Vietnamese one.</summary>
    string? EnglishName { get; }

    /// <summary>The document or custom that it rests on.</summary>
    string Source { get; }

    /// <summary>Whether somebody checked the row against its source.</summary>
    bool Verified { get; }

    /// <summary>What the code means beyond its name, where others act on it.</summary>
    IReadOnlyDictionary<string, string>? Traits => null;

    sealed CatalogueEntry ToEntry() =>
        new(
            Code,
            EnglishName is null
                ? new Dictionary<string, string> { [CatalogueEntry.Vietnamese] = Name }
                : new Dictionary<string, string> { [CatalogueEntry.Vietnamese] = Name, [CatalogueEntry.English] = EnglishName },
            ValidFrom,
            ValidTo,
            Source,
            Verified,
            Traits
        );
}
