using Campaign.Api.Recognition;
using Campaign.Hosting.Access;
using Campaign.Hosting.Database;
using Campaign.Recognition.Councils;
using Campaign.Recognition.Voting;
using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Recognition.Nominations;

/// <summary>Somebody put forward for a title, and what the council makes of it.</summary>
public sealed class Nomination
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CampaignId { get; init; }
    public required Guid CouncilId { get; init; }

    /// <summary>One of <see cref="Contracts.SubjectKinds"/>.</summary>
    public required string SubjectKind { get; init; }

    public required Guid SubjectId { get; init; }

    /// <summary>Name and unit are those at nomination.</summary>
    [AuditedByName]
    public required string SubjectName { get; init; }

    public required Guid UnitId { get; init; }
    public required string UnitPath { get; init; }
    public required string UnitName { get; init; }
    public required string District { get; init; }
    public required string Title { get; init; }
    public required string TitleName { get; init; }

    /// <summary>Of the title when it was nominated: later catalogue changes do not move the threshold. 0–100.</summary>
    public required decimal MajorityPercent { get; init; }

    [AuditedByName]
    public required string Achievement { get; init; }

    /// <summary>Same text, same achievement: see <see cref="Nominations.AchievementKey"/>.</summary>
    public required byte[] AchievementKey { get; init; }

    /// <summary>One of <see cref="NominationStates"/>.</summary>
    public string State { get; private set; } = NominationStates.Submitted;

    public int InFavour { get; private set; }
    public int Against { get; private set; }
    public required int CouncilSize { get; init; }
    public long Version { get; private set; } = 1;

    public void Count(Tally tally)
    {
        (InFavour, Against) = (tally.InFavour, tally.Against);
        State =
            tally.Passed(MajorityPercent) ? NominationStates.Passed
            : tally.Failed(MajorityPercent) ? NominationStates.Failed
            : NominationStates.Submitted;
        Version++;
    }

    public void Award()
    {
        State = NominationStates.Awarded;
        Version++;
    }

    /// <summary>Its award was annulled: the subject may be nominated again.</summary>
    public void Revoke()
    {
        State = NominationStates.Revoked;
        Version++;
    }

    public NominationView ToView(Council council, Caller caller) =>
        new(
            Id,
            CampaignId,
            CouncilId,
            SubjectKind,
            SubjectId,
            SubjectName,
            UnitId,
            UnitPath,
            UnitName,
            Title,
            TitleName,
            Achievement,
            State,
            InFavour,
            Against,
            CouncilSize,
            Version
        )
        {
            May = NominationActions.All.May(caller, new NominationOfCouncil(this, council)),
        };

    /// <summary>SQL: the nomination stands in the way of another one for the same title or achievement.</summary>
    private const string Stands = $"state not in ('{NominationStates.Failed}', '{NominationStates.Revoked}')";

    internal static void Configure(EntityTypeBuilder<Nomination> nomination)
    {
        nomination.ToTable("nominations");
        nomination.Property(n => n.Id).ValueGeneratedNever();
        nomination.Property(n => n.SubjectKind).HasMaxLength(20);
        nomination.Property(n => n.SubjectName).HasMaxLength(300);
        nomination.Property(n => n.UnitPath).IsUnitPath();
        nomination.Property(n => n.UnitName).HasMaxLength(300);
        nomination.Property(n => n.District).HasMaxLength(60);
        nomination.Property(n => n.Title).HasMaxLength(60);
        nomination.Property(n => n.TitleName).HasMaxLength(200);
        nomination.Property(n => n.MajorityPercent).HasPrecision(5, 2);
        nomination.Property(n => n.Achievement).HasMaxLength(20_000);
        nomination.Property(n => n.State).HasMaxLength(20);
        nomination.Property(n => n.Version).IsConcurrencyToken();
        nomination.HasOne<Council>().WithMany().HasForeignKey(n => n.CouncilId);
        nomination
            .HasIndex(n => new
            {
                n.CampaignId,
                n.SubjectId,
                n.Title,
            })
            .IsUnique()
            .HasFilter(Stands);
        nomination
            .HasIndex(n => new
            {
                n.CampaignId,
                n.SubjectId,
                n.AchievementKey,
            })
            .IsUnique()
            .HasFilter(Stands);
        nomination.HasIndex(n => new { n.CampaignId, n.Id });
        nomination.HasIndex(n => new { n.UnitPath, n.Id });
    }
}
