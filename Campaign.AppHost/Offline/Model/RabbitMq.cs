using System.Net.Sockets;
using Campaign.AppHost.Offline;

namespace Aspire.Hosting.ApplicationModel
{
    public class RabbitMQServerResource(string name, ParameterResource? userName, ParameterResource password) : Resource(name), IResourceWithEndpoints, IResourceWithConnectionString, IResourceWithEnvironment, IResourceWithWaitSupport
    {
        public ParameterResource? UserNameParameter { get; } = userName;
        public ParameterResource PasswordParameter { get; } = password;
        public EndpointReference PrimaryEndpoint => new(this, "tcp");
        string IManifestExpressionProvider.ValueExpression => $"{{{Name}.connectionString}}";

        async ValueTask<string?> IValueProvider.GetValueAsync(CancellationToken cancellationToken) =>
            $"amqp://{await UserNameAsync(cancellationToken).ConfigureAwait(false)}"
                + $":{await PasswordParameter.GetValueAsync(cancellationToken).ConfigureAwait(false)}"
                + $"@{await PrimaryEndpoint.Property(EndpointProperty.HostAndPort).GetValueAsync(cancellationToken).ConfigureAwait(false)}";

        internal async ValueTask<string> UserNameAsync(CancellationToken cancellationToken) =>
            (UserNameParameter is null ? null : await UserNameParameter.GetValueAsync(cancellationToken).ConfigureAwait(false)) ?? "guest";
    }
}

namespace Aspire.Hosting
{
    using Aspire.Hosting.ApplicationModel;

    public static class RabbitMQBuilderExtensions
    {
        /// <summary>A private RabbitMQ node of this machine's packages on loopback.</summary>
        public static IResourceBuilder<RabbitMQServerResource> AddRabbitMQ(this IDistributedApplicationBuilder builder, string name, IResourceBuilder<ParameterResource>? userName = null, IResourceBuilder<ParameterResource>? password = null, int? port = null)
        {
            password ??= builder.AddParameter($"{name}-password", new GenerateParameterDefault { MinLength = 22, Special = false }, secret: true, persist: true);
            var server = new RabbitMQServerResource(name, userName?.Resource, password.Resource);
            server.Annotations.Add(new EndpointAnnotation(ProtocolType.Tcp, uriScheme: "amqp", name: "tcp", port: port));
            return ((ApplicationBuilder)builder).Add(server);
        }

        public static IResourceBuilder<RabbitMQServerResource> WithManagementPlugin(this IResourceBuilder<RabbitMQServerResource> builder)
        {
            builder.Resource.Annotations.Add(new EndpointAnnotation(ProtocolType.Tcp, uriScheme: "http", name: "management"));
            return builder;
        }

        /// <summary>Nothing to do here: a private server's data is always kept, in the data folder.</summary>
        public static IResourceBuilder<RabbitMQServerResource> WithDataVolume(this IResourceBuilder<RabbitMQServerResource> builder, string? name = null, bool isReadOnly = false) => builder;
    }
}
