[assembly: AssemblyFixture(typeof(Campaign.Testing.TestServers))]
