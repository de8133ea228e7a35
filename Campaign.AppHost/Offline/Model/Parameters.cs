using System.Security.Cryptography;

namespace Aspire.Hosting.ApplicationModel
{
    public abstract class ParameterDefault
    {
        public abstract string GetDefaultValue();
    }

    /// <summary>A value that is generated once.</summary>
    public sealed class GenerateParameterDefault : ParameterDefault
    {
        private const string LettersAndDigits = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789";
        private const string SpecialCharacters = "-_.{}~()*+!";

        public int MinLength { get; set; }
        public bool Special { get; set; } = true;

        public override string GetDefaultValue() =>
            RandomNumberGenerator.GetString(Special ? LettersAndDigits + SpecialCharacters : LettersAndDigits, Math.Max(MinLength, 1));
    }

    public class ParameterResource(string name, Func<ParameterDefault?, string> callback, bool secret = false) : Resource(name), IValueProvider, IManifestExpressionProvider
    {
        public bool Secret { get; } = secret;
        public ParameterDefault? Default { get; set; }
        public string ValueExpression => $"{{{Name}.value}}";

        public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken) => new(callback(Default));
    }
}

namespace Aspire.Hosting
{
    using Aspire.Hosting.ApplicationModel;
    using Campaign.AppHost.Offline;

    public static class ParameterResourceBuilderExtensions
    {
        /// <summary>A parameter with a default; configuration `Parameters:{name}` wins. What was generated is kept with the data when <paramref name="persist"/>.</summary>
        public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, ParameterDefault value, bool secret = false, bool persist = false)
        {
            var store = ((ApplicationBuilder)builder).Parameters;
            var resource = new ParameterResource(
                name,
                fallback => builder.Configuration[$"Parameters:{name}"] ?? (persist ? store.GetOrAdd(name, fallback!.GetDefaultValue) : fallback!.GetDefaultValue()),
                secret)
            { Default = value };
            return ((ApplicationBuilder)builder).Add(resource);
        }

        public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, string value, bool publishValueAsDefault = false, bool secret = false) =>
            ((ApplicationBuilder)builder).Add(new ParameterResource(name, _ => builder.Configuration[$"Parameters:{name}"] ?? value, secret));
    }
}
