using Campaign.Faults.Tests;

[assembly: AssemblyFixture(typeof(World))]
// processes are killed under running tests: one script at a time
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
