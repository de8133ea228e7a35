using Campaign.LocalServers;
using Microsoft.Extensions.Configuration;

namespace Campaign.AppHost;

/// <summary>The settings of a start, each said once.</summary>
internal static class Relations
{
    /// <summary>A generated secret, kept with the data. Letters and digits only: it is put into URLs and connection strings.</summary>
    public static IResourceBuilder<ParameterResource> AddSecret(this IDistributedApplicationBuilder builder, string name)
    {
        var generated = new GenerateParameterDefault { MinLength = 24, Special = false };
        return builder.AddParameter(
            name,
            builder.ExecutionContext.IsPublishMode ? generated : new KeptSecret(name, generated, builder.Parameters()),
            secret: true
        );
    }

    /// <summary>The port of the only address that people open: `Portal:Port`.</summary>
    /// <exception cref="ServerException">somebody else listens there</exception>
    public static int PortalPort(this IDistributedApplicationBuilder builder)
    {
        var port = builder.Configuration.GetValue("Portal:Port", 8080);
        return builder.ExecutionContext.IsPublishMode || Ports.IsFree(port)
            ? port
            : throw new ServerException(
                $"Port {port}, the address of the Portal, is in use by another program; stop it, or choose another with --port."
            );
    }
}
