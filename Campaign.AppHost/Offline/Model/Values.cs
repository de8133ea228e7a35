namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value that is known when the system runs.</summary>
public interface IValueProvider
{
    ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default);
}

/// <summary>A value that has a name in a published manifest.</summary>
public interface IManifestExpressionProvider
{
    string ValueExpression { get; }
}
