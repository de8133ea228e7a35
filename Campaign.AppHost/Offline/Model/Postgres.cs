using System.Net.Sockets;
using Campaign.AppHost.Offline;

namespace Aspire.Hosting.ApplicationModel
{
    public class PostgresServerResource : Resource, IResourceWithEndpoints, IResourceWithConnectionString, IResourceWithWaitSupport
    {
        private readonly Dictionary<string, string> databases = [];

        public PostgresServerResource(string name, ParameterResource? userName, ParameterResource password) : base(name)
        {
            UserNameParameter = userName;
            PasswordParameter = password;
        }

        public ParameterResource? UserNameParameter { get; set; }
        public ParameterResource PasswordParameter { get; set; }

        /// <summary>Resource name → database name.</summary>
        public IReadOnlyDictionary<string, string> Databases => databases;

        public EndpointReference PrimaryEndpoint => new(this, "tcp");
        string IManifestExpressionProvider.ValueExpression => $"{{{Name}.connectionString}}";

        public async ValueTask<string?> GetConnectionStringAsync(CancellationToken cancellationToken = default) =>
            $"Host=127.0.0.1;Port={await PrimaryEndpoint.Property(EndpointProperty.Port).GetValueAsync(cancellationToken).ConfigureAwait(false)}"
                + $";Username=postgres;Password={await PasswordParameter.GetValueAsync(cancellationToken).ConfigureAwait(false)}";

        ValueTask<string?> IValueProvider.GetValueAsync(CancellationToken cancellationToken) => GetConnectionStringAsync(cancellationToken);

        internal void AddDatabase(string name, string databaseName) => databases.Add(name, databaseName);
    }

    public class PostgresDatabaseResource(string name, string databaseName, PostgresServerResource postgresParentResource) : Resource(name), IResourceWithConnectionString, IResourceOfServer
    {
        public string DatabaseName { get; } = databaseName;
        public PostgresServerResource Parent { get; } = postgresParentResource;
        string IManifestExpressionProvider.ValueExpression => $"{{{Name}.connectionString}}";
        IResource IResourceOfServer.Server => Parent;

        async ValueTask<string?> IValueProvider.GetValueAsync(CancellationToken cancellationToken) =>
            $"{await Parent.GetConnectionStringAsync(cancellationToken).ConfigureAwait(false)};Database={DatabaseName}";
    }
}

namespace Aspire.Hosting
{
    using Aspire.Hosting.ApplicationModel;

    public static class PostgresBuilderExtensions
    {
        /// <summary>A private PostgreSQL cluster of this machine's packages on loopback.</summary>
        public static IResourceBuilder<PostgresServerResource> AddPostgres(this IDistributedApplicationBuilder builder, string name, IResourceBuilder<ParameterResource>? userName = null, IResourceBuilder<ParameterResource>? password = null, int? port = null)
        {
            password ??= builder.AddParameter($"{name}-password", new GenerateParameterDefault { MinLength = 22, Special = false }, secret: true, persist: true);
            var server = new PostgresServerResource(name, userName?.Resource, password.Resource);
            server.Annotations.Add(new EndpointAnnotation(ProtocolType.Tcp, name: "tcp", port: port));
            return ((ApplicationBuilder)builder).Add(server);
        }

        public static IResourceBuilder<PostgresDatabaseResource> AddDatabase(this IResourceBuilder<PostgresServerResource> builder, string name, string? databaseName = null)
        {
            var database = new PostgresDatabaseResource(name, databaseName ?? name, builder.Resource);
            builder.Resource.AddDatabase(name, database.DatabaseName);
            return ((ApplicationBuilder)builder.ApplicationBuilder).Add(database);
        }

        /// <summary>Nothing to do here: a private server's data is always kept, in the data folder.</summary>
        public static IResourceBuilder<PostgresServerResource> WithDataVolume(this IResourceBuilder<PostgresServerResource> builder, string? name = null, bool isReadOnly = false) => builder;
    }
}
