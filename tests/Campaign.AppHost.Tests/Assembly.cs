using Campaign.AppHost.Tests;

[assembly: AssemblyFixture(typeof(RunningModel))]
// one of them kills what another one uses
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
