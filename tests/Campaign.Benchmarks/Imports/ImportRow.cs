using System.Diagnostics;
using Campaign.Api.Organization;
using Campaign.Benchmarks.Search;

namespace Campaign.Benchmarks.Imports;

/// <summary>
/// A city's file of members through the real service: checked, written with their history and their events; against the rows of
/// members alone, copied into a table with the same indexes. And whether a file ten times as long takes more memory.
/// </summary>
internal sealed class ImportRow : Row
{
    private const double AtLeast = 0.25;
    private const double MemoryAtMost = 1.5;

    private int _files;

    public override string Name => "import";

    public override string Subject => "500,000 members from one CSV file, rows/s";

    public override string Control => "bare COPY of the same rows, same indexes (without any beside)";

    public override string Target => $">= {AtLeast}x, memory <= {MemoryAtMost}x";

    public override TimeSpan Limit(bool quick) => TimeSpan.FromSeconds(quick ? 150 : 900);

    public override async Task<Result> RunAsync(Bench bench, CancellationToken ct)
    {
        var count = bench.Quick ? 50_000 : 500_000;
        await using var members = await SeededMembers.StartAsync(bench, 0, ct);
        await Bench.ExecuteAsync(
            members.Database,
            "create table bare (like members including all); create table unindexed (like members including generated)",
            ct
        );
        var (little, much) = (await HeldAsync(members, count / 10, ct), await HeldAsync(members, count, ct));
        var medians = await bench.MediansAsync(
            async () =>
            {
                using var file = MemberFile.Write(count, _files++);
                return count / await ImportAsync(members, file, ct);
            },
            () => BareCopy.RateAsync(members.Database, "bare", count, _files - 1, ct),
            () => BareCopy.RateAsync(members.Database, "unindexed", count, _files - 1, ct)
        );
        var (ratio, memory) = (medians[0] / medians[1], much / little);
        return new Result(
            $"{medians[0]:N0} rows/s, COPY {medians[1]:N0} rows/s; {count:N0} rows a file",
            ratio,
            ratio >= AtLeast && memory <= MemoryAtMost,
            $"managed memory in use at its highest {much:0} MiB, with {count / 10:N0} rows {little:0} MiB: {memory:0.00}x",
            $"COPY without indexes {medians[2]:N0} rows/s: {medians[0] / medians[2]:0.00}x"
        );
    }

    /// <returns>
    /// MiB of managed memory that an import holds at its highest: what is left after a collection, several times a second.
    /// </returns>
    private async Task<double> HeldAsync(SeededMembers members, int rows, CancellationToken ct)
    {
        using var file = MemberFile.Write(rows, _files++);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var watching = HighestAsync(over.Token);
        try
        {
            await ImportAsync(members, file, ct);
        }
        finally
        {
            await over.CancelAsync();
        }

        return await watching / 1024d / 1024d;
    }

    private static async Task<long> HighestAsync(CancellationToken until)
    {
        var highest = 0L;
        while (!until.IsCancellationRequested)
        {
            highest = Math.Max(highest, GC.GetTotalMemory(forceFullCollection: true));
            await Task.Delay(200, CancellationToken.None);
        }

        return highest;
    }

    /// <returns>Seconds from sending to the end of the job.</returns>
    private static async Task<double> ImportAsync(SeededMembers members, MemberFile file, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        await using var content = File.OpenRead(file.Path);
        var sent = await members.Client.SendMembersAsync(content, "members.csv", dryRun: false, ct: ct);
        ImportJobView job;
        do
        {
            await Task.Delay(20, ct);
            job = await members.Client.ImportJobAsync(sent.Id, ct);
        } while (!ImportJobStates.IsOver(job.State));

        return job is { State: ImportJobStates.Done, Report: { } report } && report.Created == file.Rows
            ? watch.Elapsed.TotalSeconds
            : throw new InvalidOperationException($"The import ended as {job.State}: {job.Problem}");
    }
}
