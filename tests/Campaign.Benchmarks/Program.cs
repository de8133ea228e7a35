using Campaign.Benchmarks;
using Campaign.Benchmarks.CheckIn;
using Campaign.Benchmarks.Directives;
using Campaign.Benchmarks.Idle;
using Campaign.Benchmarks.Messages;
using Campaign.Benchmarks.RollUps;

return await Runner.RunAsync(args,
[
    new RelayRow(),
    new ConsumeRow(),
    new CheckInRow(),
    new EndToEndRow(),
    new LongLogRow(),
    new RollUpRow(),
    new IssueRow(),
    new CascadeRow(),
    new IdleRow(),
]);
