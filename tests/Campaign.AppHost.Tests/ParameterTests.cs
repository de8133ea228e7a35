using Campaign.AppHost.Offline;

namespace Campaign.AppHost.Tests;

public sealed class ParameterTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("campaign-parameters-").FullName;

    [Fact]
    public async Task Generated_secret_is_kept_with_the_data_for_its_owner_alone()
    {
        var first = await SecretAsync();
        var second = await SecretAsync();

        first.Length.ShouldBe(24);
        first.ShouldAllBe(character => char.IsAsciiLetterOrDigit(character));
        second.ShouldBe(first);
        File.GetUnixFileMode(Path.Combine(data, "parameters.json")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Configured_value_wins_and_is_not_stored()
    {
        (await SecretAsync("--Parameters:password=given")).ShouldBe("given");

        File.Exists(Path.Combine(data, "parameters.json")).ShouldBeFalse();
    }

    [Fact]
    public void Two_secrets_differ()
    {
        var store = new ParameterStore(Path.Combine(data, "parameters.json"));
        var generated = new GenerateParameterDefault { MinLength = 24, Special = false };

        store.GetOrAdd("one", generated.GetDefaultValue).ShouldNotBe(store.GetOrAdd("two", generated.GetDefaultValue));
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    private async Task<string> SecretAsync(params string[] args)
    {
        var builder = DistributedApplication.CreateBuilder([.. args, "--data", data]);
        var secret = builder.AddParameter("password", new GenerateParameterDefault { MinLength = 24, Special = false }, secret: true, persist: true);
        return (await secret.Resource.GetValueAsync(TestContext.Current.CancellationToken))!;
    }
}
