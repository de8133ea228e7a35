using Campaign.Testing;

[assembly: AssemblyFixture(typeof(TestServers))]
