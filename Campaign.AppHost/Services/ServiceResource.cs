namespace Campaign.AppHost;

/// <summary>
/// A service of ours, run from its build output: one process, not two. Aspire's own way for a project starts each by
/// `dotnet run`; shared/decisions/007 has what that costs here. In the manifest it is a project.
/// </summary>
internal sealed class ServiceResource(string name, IProjectMetadata project)
    : ExecutableResource(name, BuildOutput.Of(project), Path.GetDirectoryName(project.ProjectPath)!),
        IResourceWithServiceDiscovery
{
    public IProjectMetadata Project => project;

    /// <summary>Further processes of it, each with an address of its own.</summary>
    public List<ServiceResource> Replicas { get; } = [];
}
