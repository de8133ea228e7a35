namespace Campaign.AppHost.Tests;

/// <summary>
/// AppHost.cs must compile against Aspire itself, so the stand-in may offer nothing that Aspire does not.
/// RealSignatures.txt lists, for the types of the stand-in, the members of the same names in Aspire's public API files (src/*/api/*.cs of dotnet/aspire).
/// </summary>
public sealed class SignatureTests
{
    [Fact]
    public void Offline_stand_in_offers_only_what_Aspire_offers()
    {
        using var stream = typeof(SignatureTests).Assembly.GetManifestResourceStream("RealSignatures.txt")!;
        var real = new StreamReader(stream).ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);

        var own = Signatures.Of(typeof(DistributedApplication).Assembly).ToList();

        own.Count.ShouldBeGreaterThan(80);
        own.Except(real).ShouldBeEmpty();
    }
}
