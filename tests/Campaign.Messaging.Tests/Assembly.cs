using Campaign.Testing;

[assembly: AssemblyFixture(typeof(TestServers))]
// servers are taken away under running tests: one test at a time
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
