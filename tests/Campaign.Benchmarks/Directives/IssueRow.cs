using System.Diagnostics;
using Campaign.Api.Directive;
using Campaign.Contracts;

namespace Campaign.Benchmarks.Directives;

/// <summary>Whether a unit costs the same when a directive goes to ten times as many.</summary>
internal sealed class IssueRow : Row
{
    private const double AtMost = 1.2;
    private readonly List<double> _answers = [];

    public override string Name => "issue";

    public override string Subject => "issuing to 17,000 units, a unit";

    public override string Control => "the same to 1,700";

    public override string Target => $"<= {AtMost}x";

    public override TimeSpan Limit(bool quick) => TimeSpan.FromSeconds(quick ? 90 : 300);

    public override async Task<Result> RunAsync(Bench bench, CancellationToken ct)
    {
        await using var host = await DirectiveHost.StartAsync(bench, ct);
        await host.CellsAsync("large", 17_000, ct);
        await host.CellsAsync("small", 1_700, ct);
        var medians = await bench.MediansAsync(() => IssueAsync(host, "large", 17_000, ct), () => IssueAsync(host, "small", 1_700, ct));
        var ratio = medians[0] / medians[1];
        return new Result(
            $"{medians[0]:0} µs a unit at 17,000, {medians[1]:0} µs at 1,700",
            ratio,
            ratio <= AtMost,
            $"the issuing request answers in {Figures.Quantile(_answers, 0.5):0} ms (both sizes, median)"
        );
    }

    /// <returns>Microseconds a unit, from the request to the last assignment with its event.</returns>
    private async Task<double> IssueAsync(DirectiveHost host, string ward, int units, CancellationToken ct)
    {
        var draft = await host.DraftAsync(ct);
        var watch = Stopwatch.StartNew();
        await host.Client.IssueAsync(
            draft.Id,
            new IssueDirective(
                [],
                new AddressRule($"hn/d01/{ward}", []),
                [new Requirement(RequirementKinds.Report, "Báo cáo", new DateOnly(2030, 1, 1), [])]
            ),
            ct: ct
        );
        _answers.Add(watch.Elapsed.TotalMilliseconds);
        while ((await host.Client.IssueProgressAsync(draft.Id, ct)).FinishedAt is null)
        {
            await Task.Delay(10, ct);
        }

        var took = watch.Elapsed;
        var asked = (await host.Client.DirectiveAsync(draft.Id, ct)).Counts.Assignments;
        return asked == units
            ? took.TotalMicroseconds / units
            : throw new InvalidOperationException($"{asked} of {units} units were asked.");
    }
}
