using Campaign.Testing;

[assembly: AssemblyFixture(typeof(TestServers))]
// they wait for brokers and polls most of the time
[assembly: Xunit.v3.Parallelization(MaxThreads = 4)]
