using Campaign.Hosting.Database;
using Microsoft.EntityFrameworkCore;

namespace Campaign.City.Facts;

internal static class FactTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<CampaignFact>(campaign =>
        {
            campaign.ToTable("campaigns");
            campaign.Property(c => c.Id).ValueGeneratedNever();
            campaign.Property(c => c.Name).HasMaxLength(500);
        });
        model.Entity<DocumentFact>(document =>
        {
            document.ToTable("documents");
            document.Property(d => d.Id).ValueGeneratedNever();
            document.HasIndex(d => new
            {
                d.CampaignId,
                d.SignedOn,
                d.Id,
            });
        });
        model.Entity<AssignmentFact>(assignment =>
        {
            assignment.ToTable("assignments");
            assignment.HasKey(a => new { a.District, a.Id });
            assignment.Property(a => a.UnitPath).IsUnitPath();
            assignment.HasIndex(a => a.DirectiveId);
        });
        model.Entity<AddressedUnit>(unit =>
        {
            unit.ToTable("addressed_units");
            unit.HasKey(u => new
            {
                u.District,
                u.CampaignId,
                u.UnitId,
            });
        });
        model.Entity<SessionFact>(session =>
        {
            session.ToTable("sessions");
            session.HasKey(s => new { s.District, s.Id });
            session.Property(s => s.UnitPath).IsUnitPath();
        });
        model.Entity<ReviewFact>(review =>
        {
            review.ToTable("reviews");
            review.HasKey(r => new { r.District, r.Id });
        });
        model.Entity<AwardFact>(award =>
        {
            award.ToTable("awards");
            award.HasKey(a => new { a.District, a.Id });
            award.Property(a => a.UnitPath).IsUnitPath();
            award.HasIndex(a => new
            {
                a.CampaignId,
                a.GrantedOn,
                a.Id,
            });
        });
    }
}
