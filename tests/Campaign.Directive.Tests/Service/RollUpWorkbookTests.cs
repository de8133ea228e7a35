using System.Collections.Concurrent;
using System.Diagnostics;
using Campaign.Contracts;
using MiniExcelLibs;

namespace Campaign.Directives.Tests.Service;

[Collection(ServiceTests.Name)]
public sealed class RollUpWorkbookTests(DirectiveService service)
{
    [Fact]
    public async Task Workbook_has_a_line_for_each_unit_and_requirement_and_no_formulas()
    {
        var ward = await service.WardAsync(2);
        var directive = await service.IssuedAsync(
            ward.Cells,
            service.Asking(RequirementKinds.Report) with
            {
                Title = "=HYPERLINK(\"http://x\")",
            }
        );
        using var file = new MemoryStream(await service.Officer.RollUpWorkbookAsync(directive.Id, ward.Unit.Path));
        var lines = file.Query(useHeaderRow: true).Cast<IDictionary<string, object>>().ToList();
        lines.Count.ShouldBe(3);
        lines.ShouldAllBe(line => (string)line["Yêu cầu"] == "'=HYPERLINK(\"http://x\")");
        lines.Select(line => Convert.ToInt32(line["Được giao"], null)).ShouldBe([2, 1, 1]);
    }

    [Fact]
    public async Task Workbook_asks_the_database_as_often_for_four_wards_as_for_one()
    {
        Ward[] wards = [await service.WardAsync(2), await service.WardAsync(1), await service.WardAsync(1), await service.WardAsync(1)];
        var one = await service.IssuedAsync(wards[0].Cells, service.Asking(RequirementKinds.Report));
        var four = await service.IssuedAsync(
            wards.SelectMany(ward => ward.Cells),
            service.Asking(RequirementKinds.Report),
            service.Asking(RequirementKinds.Plan)
        );

        var (small, few) = await ExportAsync(one.Id);
        var (large, many) = await ExportAsync(four.Id);

        small.ShouldBe([(service.District.Path, 2), (wards[0].Unit.Path, 2), .. wards[0].Cells.Select(cell => (cell.Path, 1))]);
        large.ShouldBe(
            Twice([
                (service.District.Path, 5),
                .. wards
                    .OrderBy(ward => ward.Unit.Path, StringComparer.Ordinal)
                    .SelectMany(ward =>
                        (IEnumerable<(string, int)>)[(ward.Unit.Path, ward.Cells.Count), .. ward.Cells.Select(cell => (cell.Path, 1))]
                    ),
            ])
        );
        few.ShouldBeGreaterThan(3);
        many.ShouldBe(few);
    }

    /// <summary>Two requirements are two lines of a unit.</summary>
    private static IEnumerable<(string, int)> Twice(IEnumerable<(string, int)> lines) =>
        lines.SelectMany(line => Enumerable.Repeat(line, 2));

    /// <summary>Paths and what was issued, line by line, of the district's workbook, and the commands that it took.</summary>
    private async Task<(IReadOnlyList<(string Path, int Issued)> Lines, int Commands)> ExportAsync(Guid directive)
    {
        var trace = ActivityTraceId.CreateRandom();
        var commands = new ConcurrentBag<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref _) => ActivitySamplingResult.PropagationData,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == trace)
                {
                    commands.Add(activity.DisplayName);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var http = service.Factory.As($"{Roles.DistrictOfficer}@hn/thanh-xuan");
        http.DefaultRequestHeaders.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");

        using var file = new MemoryStream(
            await http.GetByteArrayAsync(new Uri($"directives/{directive}/roll-up.xlsx?under={service.District.Path}", UriKind.Relative))
        );
        var lines = file.Query(useHeaderRow: true)
            .Cast<IDictionary<string, object>>()
            .Select(line => ((string)line["Đường dẫn"], Convert.ToInt32(line["Được giao"], null)))
            .ToList();
        return (lines, commands.Count);
    }
}
