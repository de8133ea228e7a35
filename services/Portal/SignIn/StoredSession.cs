namespace Campaign.Portal.SignIn;

/// <summary>Someone who is signed in. The browser's cookie holds only the key.</summary>
public sealed class StoredSession
{
    public required string Key { get; init; }

    /// <summary>Claims and tokens, under data protection.</summary>
    public required byte[] Ticket { get; set; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }
}
