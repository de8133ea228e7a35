using Campaign.AppHost.Tests;

[assembly: AssemblyFixture(typeof(RunningModel))]
// one of them kills what another one uses
[assembly: CollectionBehavior(DisableTestParallelization = true)]
