using System.Runtime.InteropServices;
using Campaign.Testing;

// Campaign.SharedServers FILE   one PostgreSQL and one RabbitMQ for all projects of a ./test. Once they run, FILE says where they
// are; they stop when standard input ends, so that whoever started this need only end, by whatever means.

// Ctrl-C reaches this process too, but the tests have to clean up first: what ends the servers is the end of ./test
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);

await using var servers = OwnServers.Make();
await servers.StartAsync();
SharedServers.Announce(servers, args[0]);
await Console.In.ReadToEndAsync();
