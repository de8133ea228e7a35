using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Hosting.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Directives.Campaigns;

/// <summary>A campaign: what it is called, when it runs, who leads it and what its sessions talk about.</summary>
public sealed class CampaignRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly To { get; init; }

    public required Guid LeadUnitId { get; init; }
    public required string LeadUnitPath { get; set; }
    public required IReadOnlyList<string> Topics { get; init; }
    public long Version { get; init; } = 1;

    public CampaignView View() => new(Id, Name, From, To, LeadUnitId, LeadUnitPath, Topics, Version);

    public CampaignOpened Opened() =>
        new()
        {
            District = UnitPath.District(LeadUnitPath),
            CampaignId = Id,
            AggregateId = Id,
            Version = Version,
            Name = Name,
            From = From,
            To = To,
            Topics = Topics,
        };

    internal static void Configure(EntityTypeBuilder<CampaignRecord> campaign)
    {
        campaign.ToTable("campaigns");
        campaign.Property(c => c.Id).ValueGeneratedNever();
        campaign.Property(c => c.Name).HasMaxLength(300);
        campaign.Property(c => c.From).HasColumnName("from_day");
        campaign.Property(c => c.To).HasColumnName("to_day");
        campaign.Property(c => c.LeadUnitPath).IsUnitPath();
        campaign.Property(c => c.Version).IsConcurrencyToken();
        campaign.HasIndex(c => c.LeadUnitPath);
        campaign.HasIndex(c => c.LeadUnitId);
    }
}
