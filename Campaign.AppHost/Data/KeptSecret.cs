using Aspire.Hosting.Publishing;

namespace Campaign.AppHost;

/// <summary>
/// A generated value that is kept with the data. Aspire keeps them in the user's secrets, of which there is one set a project
/// and in Development only: two systems on one machine would share it, and a removed data folder would leave it behind.
/// </summary>
internal sealed class KeptSecret(string name, GenerateParameterDefault generated, ParameterStore store) : ParameterDefault
{
    public override string GetDefaultValue() => store.GetOrAdd(name, generated.GetDefaultValue);

    public override void WriteToManifest(ManifestPublishingContext context) => generated.WriteToManifest(context);
}
