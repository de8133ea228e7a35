using System.Diagnostics;
using Campaign.Contracts;

namespace Campaign.Benchmarks.Directives;

/// <summary>Whether a district's roll-up stays as quick to read when a hundred directives have gone to every cell.</summary>
internal sealed class CascadeRow : Row
{
    private const double AtMost = 1.5;
    private const string District = "hn/d01";

    public override string Name => "cascade";

    public override string Subject => "roll-up of a district, 1.7 million assignments";

    public override string Control => "the same with 17,000";

    public override string Target => $"<= {AtMost}x";

    public override TimeSpan Limit(bool quick) => TimeSpan.FromSeconds(quick ? 120 : 600);

    public override async Task<Result> RunAsync(Bench bench, CancellationToken ct)
    {
        var directives = bench.Quick ? 20 : 100;
        await using var large = await DirectiveHost.StartAsync(bench, ct);
        await using var small = await DirectiveHost.StartAsync(bench, ct);
        var inLarge = await SeedAsync(large, directives, ct);
        var inSmall = await SeedAsync(small, 1, ct);
        var medians = await bench.MediansAsync(() => ReadAsync(large, inLarge, ct), () => ReadAsync(small, inSmall, ct));
        var ratio = medians[0] / medians[1];
        return new Result(
            $"{medians[0]:0.0} ms with {directives * 17_000:N0} assignments, {medians[1]:0.0} ms with 17,000",
            ratio,
            ratio <= AtMost
        );
    }

    /// <summary>Directives to 17,000 cells in 30 districts of 20 wards, with the figures that issuing and acknowledging keep.</summary>
    private static async Task<Guid> SeedAsync(DirectiveHost host, int directives, CancellationToken ct)
    {
        var one = await host.DraftAsync(ct);
        for (var more = 1; more < directives; more++)
        {
            await host.DraftAsync(ct);
        }

        await Bench.ExecuteAsync(
            host.Database,
            $"""
            insert into assignments (id, directive_id, campaign_id, unit_id, unit_path, district, requirement_no, requirement, completion,
                title, due_on, issued_on,
                state, acknowledged_on, version)
            select gen_random_uuid(), d.id, d.campaign_id, gen_random_uuid(), 'hn/d' || lpad((n % 30)::text, 2,
                '0') || '/w-' || n % 600 || '/cb-' || n,
                'd' || lpad((n % 30)::text, 2, '0'), 0, '{RequirementKinds.Report}', 'report', 'Báo cáo', '2030-01-01', '2026-01-10',
                case when n % 3 = 0 then 'acknowledged' else 'issued' end, case when n % 3 = 0 then date '2026-01-12' end, 1
            from directives d, generate_series(1, 17000) n;
            insert into roll_ups (directive_id, level, unit_path, requirement_no, assignments, acknowledged, completed, on_time, overdue,
                returned, reported)
            select directive_id, step - 1, array_to_string((string_to_array(unit_path, '/'))[1:step], '/'), 0, count(*),
                count(acknowledged_on), 0, 0, 0, 0, 0
            from assignments, generate_series(2, 4) step group by 1, 2, 3;
            analyze;
            """,
            ct
        );
        return one.Id;
    }

    /// <returns>Milliseconds of a query, the median of some.</returns>
    private static async Task<double> ReadAsync(DirectiveHost host, Guid directive, CancellationToken ct)
    {
        List<double> took = [];
        for (var query = 0; query < 40; query++)
        {
            var watch = Stopwatch.StartNew();
            var view = await host.Client.RollUpAsync(directive, District, ct: ct);
            took.Add(watch.Elapsed.TotalMilliseconds);
            if (view.Below.Items.Count != 20 || view.Unit.Figures.Single().Issued < 560)
            {
                throw new InvalidOperationException($"The roll-up shows {view.Below.Items.Count} wards.");
            }
        }

        return Figures.Quantile(took, 0.5);
    }
}
