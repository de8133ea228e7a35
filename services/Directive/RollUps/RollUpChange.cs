using Campaign.Directives.Assignments;

namespace Campaign.Directives.RollUps;

/// <summary>What an assignment counts for, and where.</summary>
public sealed record Counted(Guid DirectiveId, int RequirementNo, string UnitPath, Tally Tally)
{
    public static Counted Of(Assignment assignment) =>
        new(assignment.DirectiveId, assignment.RequirementNo, assignment.UnitPath, Tally.Of(assignment));
}

/// <summary>What a change of assignments adds to the figures of one unit's subtree.</summary>
public sealed record RollUpChange(Guid DirectiveId, int RequirementNo, string UnitPath, Tally Tally)
{
    /// <summary>
    /// One change for each row of the roll-up, in a fixed order so that two transactions cannot wait for each other: what
    /// was counted before is taken away where it was, what is counted now is added where it is.
    /// </summary>
    public static IReadOnlyList<RollUpChange> Sum(IEnumerable<(Counted? Before, Counted Now)> changes)
    {
        var sums = new Dictionary<(Guid Directive, int Requirement, string Path), Tally>();
        foreach (var (before, now) in changes)
        {
            Add(sums, now, now.Tally);
            if (before is not null)
            {
                Add(sums, before, default(Tally) - before.Tally);
            }
        }

        return
        [
            .. sums.Where(sum => sum.Value != default)
                .OrderBy(sum => sum.Key.Directive)
                .ThenBy(sum => sum.Key.Path, StringComparer.Ordinal)
                .ThenBy(sum => sum.Key.Requirement)
                .Select(sum => new RollUpChange(sum.Key.Directive, sum.Key.Requirement, sum.Key.Path, sum.Value)),
        ];
    }

    /// <summary>
    /// The units whose figures contain a unit: itself and those above it, up to its district. The city's are the sum of its
    /// districts, so that two districts never wait for each other; its own row holds what is asked of itself.
    /// </summary>
    public static IEnumerable<string> Nodes(string path)
    {
        var first = path.IndexOf('/', StringComparison.Ordinal);
        for (var slash = first < 0 ? -1 : path.IndexOf('/', first + 1); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            yield return path[..slash];
        }

        yield return path;
    }

    private static void Add(Dictionary<(Guid, int, string), Tally> sums, Counted counted, Tally tally)
    {
        foreach (var node in Nodes(counted.UnitPath))
        {
            var key = (counted.DirectiveId, counted.RequirementNo, node);
            sums[key] = sums.GetValueOrDefault(key) + tally;
        }
    }
}
