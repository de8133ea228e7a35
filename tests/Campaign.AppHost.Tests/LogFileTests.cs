namespace Campaign.AppHost.Tests;

public sealed class LogFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("campaign-log-").FullName;

    [Fact]
    public void Log_never_takes_more_than_twice_its_limit_and_keeps_the_newest_lines()
    {
        var path = Path.Combine(folder, "one.log");
        using (var log = new LogFile(path, limit: 1_000))
        {
            for (var line = 0; line < 1_000; line++)
            {
                log.Write($"line {line}");
            }
        }

        Directory.EnumerateFiles(folder).Sum(file => new FileInfo(file).Length).ShouldBeLessThan(2_100);
        Directory.EnumerateFiles(folder).SelectMany(File.ReadLines).ShouldContain("line 999");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
