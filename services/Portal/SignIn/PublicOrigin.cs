namespace Campaign.Portal.SignIn;

/// <summary>Where browsers reach the Portal, from <c>Identity:PublicOrigin</c>.</summary>
public sealed class PublicOrigin(Uri uri)
{
    public Uri Uri { get; } = uri;

    /// <summary>Issuer of every token.</summary>
    public string Issuer => Uri.GetLeftPart(UriPartial.Authority) + "/";

    public CookieSecurePolicy CookiePolicy =>
        Uri.Scheme == Uri.UriSchemeHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;

    public string At(string pathAndQuery) => Uri.GetLeftPart(UriPartial.Authority) + pathAndQuery;

    public bool Is(HttpRequest request) => request.Host.Value == Uri.Authority || request.Host == new HostString(Uri.Host, Uri.Port);

    /// <exception cref="InvalidOperationException">It is not configured.</exception>
    public static PublicOrigin From(IConfiguration configuration) =>
        Uri.TryCreate(configuration["Identity:PublicOrigin"], UriKind.Absolute, out var uri)
            ? new PublicOrigin(uri)
            : throw new InvalidOperationException(
                "Set Identity__PublicOrigin to the address where browsers reach the Portal, e.g. http://127.0.0.1:8080."
            );
}
