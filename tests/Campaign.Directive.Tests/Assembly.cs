using Campaign.Directives.Tests.Service;
using Campaign.Testing;

[assembly: AssemblyFixture(typeof(TestServers))]
[assembly: AssemblyFixture(typeof(DirectiveService))]

// the tests share one service and its clock
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
