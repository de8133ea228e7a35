using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Sessions.Feeds;

/// <summary>The calendar feed of a member or of a unit. Its address follows from the secret: a new secret is a new address.</summary>
[NotAudited]
public sealed class CalendarFeed
{
    public const string OfMember = "member";
    public const string OfUnit = "unit";

    private const string Purpose = "calendar feed";

    /// <summary><see cref="OfMember"/> or <see cref="OfUnit"/>.</summary>
    public required string Kind { get; init; }

    public required Guid OwnerId { get; init; }

    public required Guid Id { get; init; }

    /// <summary>Never leaves the service.</summary>
    public required byte[] Secret { get; init; }

    /// <summary>UTC: since when the address is valid.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    public string Token => SignedToken.Of(Secret, Purpose, Id);

    public bool Opens(string token) => SignedToken.IsGenuine(token, Secret, Purpose, Id);

    internal static void Configure(EntityTypeBuilder<CalendarFeed> feed)
    {
        feed.ToTable("calendar_feeds");
        feed.HasKey(f => new { f.Kind, f.OwnerId });
        feed.HasIndex(f => f.Id).IsUnique();
        feed.Property(f => f.Kind).HasMaxLength(10);
        feed.Ignore(f => f.Token);
    }
}
