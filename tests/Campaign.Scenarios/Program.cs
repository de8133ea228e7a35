using Campaign.Scenarios;
using Campaign.Scenarios.Telling;

using var interrupted = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    interrupted.Cancel();
};
return await CommandLine.RunAsync(
    args,
    Environment.GetEnvironmentVariable,
    new Narrator(Console.Out, Console.IsOutputRedirected),
    interrupted.Token
);
