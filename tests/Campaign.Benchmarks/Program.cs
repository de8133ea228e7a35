using Campaign.Benchmarks;
using Campaign.Benchmarks.CheckIn;
using Campaign.Benchmarks.CityYear;
using Campaign.Benchmarks.Directives;
using Campaign.Benchmarks.Idle;
using Campaign.Benchmarks.Imports;
using Campaign.Benchmarks.Messages;
using Campaign.Benchmarks.RollUps;
using Campaign.Benchmarks.Search;

return await Runner.RunAsync(
    args,
    [
        new RelayRow(),
        new ConsumeRow(),
        new CheckInRow(),
        new EndToEndRow(),
        new LongLogRow(),
        new RollUpRow(),
        new CityYearRow(),
        new SearchRow(),
        new ImportRow(),
        new IssueRow(),
        new CascadeRow(),
        new IdleRow(),
    ]
);
