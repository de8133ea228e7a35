using Campaign.Directives.Tests.Service;
using Campaign.Testing;

[assembly: AssemblyFixture(typeof(TestServers))]
[assembly: AssemblyFixture(typeof(DirectiveService))]

// the tests share one service and its clock
[assembly: CollectionBehavior(DisableTestParallelization = true)]
