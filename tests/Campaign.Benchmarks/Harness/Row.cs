namespace Campaign.Benchmarks;

/// <summary>One line of the table: something of ours against a bare control, in the same run on the same servers.</summary>
internal abstract class Row
{
    /// <summary>What <c>--only</c> takes.</summary>
    public abstract string Name { get; }

    /// <summary>What is measured.</summary>
    public abstract string Subject { get; }

    /// <summary>What it is compared with.</summary>
    public abstract string Control { get; }

    /// <summary>The target as the table shows it.</summary>
    public abstract string Target { get; }

    /// <summary>After this long the row is stopped and counts as missed.</summary>
    public abstract TimeSpan Limit(bool quick);

    public abstract Task<Result> RunAsync(Bench bench, CancellationToken ct);
}

/// <param name="Measured">The figures of both sides with their unit.</param>
/// <param name="Ratio">Subject to control; null where there is no control.</param>
/// <param name="Met">Whether the target is met.</param>
/// <param name="Beside">What else is worth knowing; one line each.</param>
internal sealed record Result(string Measured, double? Ratio, bool Met, params IReadOnlyList<string> Beside);
