namespace Campaign.Messaging.Tests;

/// <summary>
/// Tests of what a process has once: they listen to every activity and measurement, or hold what all relays share. While they
/// run no other test does.
/// </summary>
[CollectionDefinition(nameof(AloneInTheProcess), DisableParallelization = true)]
public sealed class AloneInTheProcess;
