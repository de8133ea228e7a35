namespace Campaign.AppHost.Offline;

/// <summary>A part of a server, available when the server is (a database).</summary>
internal interface IResourceOfServer
{
    IResource Server { get; }
}

internal sealed record Replicas(int Count) : IResourceAnnotation;

internal sealed record Dependency(IResource Resource) : IResourceAnnotation;

internal sealed record HttpHealthCheck(string Path, int StatusCode, string Endpoint) : IResourceAnnotation;

/// <summary>An environment variable.</summary>
internal sealed record Variable(string Name, IValueProvider Value) : IResourceAnnotation;

/// <summary>The environment variables by which a service is found.</summary>
internal sealed record ServiceReference(IResource Service) : IResourceAnnotation;

internal static class AnnotationExtensions
{
    public static IResourceBuilder<T> With<T>(this IResourceBuilder<T> builder, IResourceAnnotation annotation) where T : IResource
    {
        builder.Resource.Annotations.Add(annotation);
        return builder;
    }
}
