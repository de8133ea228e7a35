using Campaign.Testing;

[assembly: AssemblyFixture(typeof(TestServers))]
[assembly: Trait("Run", "Quick")]
