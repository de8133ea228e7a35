using Campaign.AppHost.Offline;

namespace Aspire.Hosting.ApplicationModel
{
    public class ProjectResource(string name) : Resource(name), IResourceWithEnvironment, IResourceWithServiceDiscovery, IResourceWithWaitSupport;
}

namespace Aspire.Hosting
{
    using Aspire.Hosting.ApplicationModel;

    /// <summary>Where a service's project is; a class per service is written by the build, in the namespace Projects.</summary>
    public interface IProjectMetadata : IResourceAnnotation
    {
        /// <summary>Full path of the project file.</summary>
        string ProjectPath { get; }
    }

    public static class ProjectResourceBuilderExtensions
    {
        /// <summary>A service of this solution, run as a process from its build output. Launch profiles are not read.</summary>
        public static IResourceBuilder<ProjectResource> AddProject<TProject>(this IDistributedApplicationBuilder builder, string name, string? launchProfileName)
            where TProject : IProjectMetadata, new()
        {
            if (launchProfileName is not null)
            {
                throw new NotSupportedException("The offline host reads no launch profiles; pass null.");
            }

            var project = new ProjectResource(name);
            project.Annotations.Add(new TProject());
            return ((ApplicationBuilder)builder).Add(project);
        }

        public static IResourceBuilder<ProjectResource> WithReplicas(this IResourceBuilder<ProjectResource> builder, int replicas)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(replicas, 1);
            return builder.With(new Replicas(replicas));
        }
    }
}
