[assembly: AssemblyFixture(typeof(Campaign.Testing.TestServers))]
[assembly: AssemblyFixture(typeof(Campaign.Testing.NamedProblems))]
