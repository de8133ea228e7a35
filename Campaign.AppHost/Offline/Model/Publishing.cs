namespace Aspire.Hosting
{
    using Aspire.Hosting.Docker;
    using Aspire.Hosting.Kubernetes;

    public static class DockerComposeEnvironmentExtensions
    {
        public static IResourceBuilder<DockerComposeEnvironmentResource> AddDockerComposeEnvironment(this IDistributedApplicationBuilder builder, string name) =>
            new ResourceBuilder<DockerComposeEnvironmentResource>(builder, new(name));
    }

    public static class KubernetesEnvironmentExtensions
    {
        public static IResourceBuilder<KubernetesEnvironmentResource> AddKubernetesEnvironment(this IDistributedApplicationBuilder builder, string name) =>
            new ResourceBuilder<KubernetesEnvironmentResource>(builder, new(name));
    }
}

namespace Aspire.Hosting.Docker
{
    /// <summary>A target of publishing; the offline host only runs, see <see cref="DistributedApplication.Run"/>.</summary>
    public class DockerComposeEnvironmentResource(string name) : Resource(name);
}

namespace Aspire.Hosting.Kubernetes
{
    /// <summary>A target of publishing; the offline host only runs, see <see cref="DistributedApplication.Run"/>.</summary>
    public sealed class KubernetesEnvironmentResource(string name) : Resource(name);
}
