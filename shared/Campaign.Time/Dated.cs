namespace Campaign.Time;

/// <summary>A row that holds for a time: what a unit is called, a rule, a kind in a catalogue, a post.</summary>
public interface IDated
{
    /// <summary>The first day.</summary>
    DateOnly ValidFrom { get; }

    /// <summary>The first day after; null: without an end.</summary>
    DateOnly? ValidTo { get; }
}

public static class Dated
{
    /// <summary>Those that hold on a day.</summary>
    public static IQueryable<T> On<T>(this IQueryable<T> rows, DateOnly day)
        where T : class, IDated => rows.Where(row => row.ValidFrom <= day && (row.ValidTo == null || row.ValidTo > day));

    public static bool HoldsOn(this IDated what, DateOnly day) => what.ValidFrom <= day && (what.ValidTo is null || what.ValidTo > day);
}
