using System.Globalization;
using System.Text;
using Campaign.Api.Organization;
using Campaign.Testing;

namespace Campaign.Organization.Tests;

/// <summary>Large files that come in behind the answer.</summary>
public sealed class ImportJobTests(OrganizationService service) : IClassFixture<OrganizationService>
{
    [Fact]
    public async Task Large_file_comes_in_once_and_a_second_run_says_that_nothing_changed()
    {
        await service.CellAsync("job-cb-1");
        var file = File("job-cb-1", "JOB-A", 12_000);

        var first = await FinishedAsync(await SendAsync(file));
        var second = await FinishedAsync(await SendAsync(file));

        (first.State, first.Rows, first.Report!.Created).ShouldBe(("done", 12_000, 12_000));
        (second.State, second.Report!.Created, second.Report.Changed, second.Report.Unchanged).ShouldBe(("done", 0, 0, 12_000));
        (
            await service.ScalarAsync<long>(
                "select count(*) from messaging.event_log where type = 'MemberChanged' and payload->>'number' like 'JOB-A-%'"
            )
        ).ShouldBe(12_000);
        (await service.ScalarAsync<long>("select count(*) from import_parts")).ShouldBe(0);
    }

    [Fact]
    public async Task One_mistake_in_the_last_part_keeps_all_of_it_out()
    {
        await service.CellAsync("job-cb-2");

        var job = await FinishedAsync(
            await SendAsync(
                File("job-cb-2", "JOB-B", 6_000)
                    + "JOB-B-BAD,Nguyễn Văn A,job-nowhere,2001-02-03\n"
                    + "JOB-B-1,Nguyễn Văn Khác,job-cb-2,2001-02-03\n"
            )
        );

        (job.State, job.Report!.Created, job.Report.ErrorCount).ShouldBe(("refused", 0, 2));
        job.Report.Errors.Select(error => (error.Line, error.Column)).ShouldBe([(6_002, "unit_code"), (6_003, "number")]);
        (await service.ScalarAsync<long>("select count(*) from members where number like 'JOB-B-%'")).ShouldBe(0);
        (await service.ScalarAsync<long>("select count(*) from messaging.event_log where payload->>'number' like 'JOB-B-%'")).ShouldBe(0);
    }

    [Fact]
    public async Task Line_that_repeats_one_of_an_earlier_part_is_counted_and_does_nothing()
    {
        await service.CellAsync("job-cb-6");

        var job = await FinishedAsync(await SendAsync(File("job-cb-6", "JOB-F", 5_001) + "JOB-F-0,Nguyễn Văn 0,job-cb-6,03/02/2001\n"));

        (job.State, job.Report!.Rows, job.Report.Created, job.Report.Repeated).ShouldBe(("done", 5_002, 5_001, 1));
    }

    [Fact]
    public async Task Cancelled_import_leaves_nothing()
    {
        await service.CellAsync("job-cb-3");

        var job = await SendAsync(File("job-cb-3", "JOB-C", 20_000));
        await service.DistrictOfficer.CancelImportAsync(job.Id);

        (await FinishedAsync(job)).State.ShouldBe("cancelled");
        (await service.ScalarAsync<long>("select count(*) from members where number like 'JOB-C-%'")).ShouldBe(0);
    }

    [Fact]
    public async Task Import_is_seen_and_stopped_by_who_covers_what_its_sender_covers()
    {
        var cell = await service.CellAsync("job-cb-4");
        var job = await SendAsync(File("job-cb-4", "JOB-D", 1));

        await Should.ThrowAsync<Campaign.Api.ApiException>(() => service.Client($"district-officer@{cell.Path}").ImportJobAsync(job.Id));
        (await service.Client("city-officer@hn").ImportJobAsync(job.Id)).Id.ShouldBe(job.Id);
        await FinishedAsync(job);
    }

    [Fact]
    public async Task Row_outside_the_senders_units_fails_the_import()
    {
        await service.CellAsync("job-cb-5");
        var job = await SendAsync(File("hn", "JOB-E", 1));

        var failed = await FinishedAsync(job);
        (failed.State, failed.Problem!.Type).ShouldBe(("failed", OrganizationProblems.LinesOutsideYourUnits.Urn));
    }

    private Task<ImportJobView> SendAsync(string file) =>
        service.DistrictOfficer.SendMembersAsync(new MemoryStream(Encoding.UTF8.GetBytes(file)), "members.csv", dryRun: false);

    private Task<ImportJobView> FinishedAsync(ImportJobView job) =>
        Eventually.TrueAsync(
            "the import to be over",
            () => service.DistrictOfficer.ImportJobAsync(job.Id),
            seen => ImportJobStates.IsOver(seen.State),
            TimeSpan.FromMinutes(2)
        );

    private static string File(string unit, string prefix, int members)
    {
        var file = new StringBuilder("Số thẻ,Họ và tên,Mã chi bộ,Ngày vào Đảng\n");
        for (var n = 0; n < members; n++)
        {
            file.Append(CultureInfo.InvariantCulture, $"{prefix}-{n},Nguyễn Văn {n},{unit},03/02/2001\n");
        }

        return file.ToString();
    }
}
