using Campaign.System.Tests;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(PlayedSystem))]

// one system on few cores: tests side by side would only wait for each other
[assembly: Parallelization(Mode = ParallelMode.None)]
