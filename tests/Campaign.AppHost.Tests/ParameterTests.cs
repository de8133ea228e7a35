namespace Campaign.AppHost.Tests;

public sealed class ParameterTests : IDisposable
{
    private static readonly GenerateParameterDefault Generated = new() { MinLength = 24, Special = false };
    private readonly string data = Directory.CreateTempSubdirectory("campaign-parameters-").FullName;

    [Fact]
    public void Generated_secret_is_kept_with_the_data_for_its_owner_alone()
    {
        var first = new KeptSecret("one", Generated, Store()).GetDefaultValue();
        var second = new KeptSecret("one", Generated, Store()).GetDefaultValue();

        first.Length.ShouldBe(24);
        first.ShouldAllBe(character => char.IsAsciiLetterOrDigit(character));
        second.ShouldBe(first);
        File.GetUnixFileMode(Path.Combine(data, "parameters.json")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void Secrets_that_are_asked_for_side_by_side_are_all_kept()
    {
        Parallel.For(0, 50, number => Store().GetOrAdd($"{number}", Generated.GetDefaultValue));

        Enumerable.Range(0, 50).Select(number => Store().Get($"{number}")).Distinct().Count().ShouldBe(50);
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    private ParameterStore Store() => new(Path.Combine(data, "parameters.json"));
}
