namespace Campaign.Hosting.Database;

/// <summary>How PostgreSQL plans a statement that comes again with other values.</summary>
public enum Plans
{
    /// <summary>
    /// Each time anew. A subtree is a cell or the whole city, a word stands in no name or in every second one: the plan for values
    /// that are not known has been a thousand times slower than the right one.
    /// </summary>
    ForTheValues,

    /// <summary>
    /// Once, as soon as PostgreSQL thinks that it is good enough. For a service whose hottest statements are always about one row, and
    /// whose others are written so that no value changes the way to its rows.
    /// </summary>
    Kept,
}
