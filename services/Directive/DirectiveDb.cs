using Campaign.Directives.Assignments;
using Campaign.Directives.Attachments;
using Campaign.Directives.Campaigns;
using Campaign.Directives.Commitments;
using Campaign.Directives.Documents;
using Campaign.Directives.Issuing;
using Campaign.Directives.Mails;
using Campaign.Directives.Reminders;
using Campaign.Directives.Requirements;
using Campaign.Directives.RollUps;
using Campaign.Directives.WorkingDays;
using Campaign.Directories.People;
using Campaign.Directories.Units;
using Campaign.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives;

/// <summary>What this service keeps.</summary>
public sealed class DirectiveDb(DbContextOptions<DirectiveDb> options) : DirectoryDbContext(options)
{
    public DbSet<CampaignRecord> Campaigns => Set<CampaignRecord>();

    public DbSet<DocumentType> DocumentTypes => Set<DocumentType>();

    public DbSet<RelationKind> RelationKinds => Set<RelationKind>();

    public DbSet<Urgency> Urgencies => Set<Urgency>();

    public DbSet<RequirementKind> RequirementKinds => Set<RequirementKind>();

    public DbSet<Directive> Directives => Set<Directive>();

    public DbSet<DirectiveBody> DirectiveBodies => Set<DirectiveBody>();

    public DbSet<Relation> Relations => Set<Relation>();

    public DbSet<IssueJob> IssueJobs => Set<IssueJob>();

    public DbSet<Assignment> Assignments => Set<Assignment>();

    public DbSet<AssignmentNote> AssignmentNotes => Set<AssignmentNote>();

    public DbSet<RollUp> RollUps => Set<RollUp>();

    public DbSet<CalendarDay> CalendarDays => Set<CalendarDay>();

    public DbSet<Commitment> Commitments => Set<Commitment>();

    public DbSet<Deed> Deeds => Set<Deed>();

    public DbSet<ProgressEntry> Progress => Set<ProgressEntry>();

    public DbSet<Person> Members => Set<Person>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<Reminder> Reminders => Set<Reminder>();

    public DbSet<Mail> Mails => Set<Mail>();

    public DbSet<MailDay> MailDays => Set<MailDay>();

    public DbSet<MailOptOut> MailOptOuts => Set<MailOptOut>();

    public DbSet<Attachment> Attachments => Set<Attachment>();

    public DbSet<AttachmentChunk> AttachmentChunks => Set<AttachmentChunk>();

    protected override IEnumerable<Shipment> Shipments =>
        [
            Shipment.Of(DocumentTypeCatalogue.Rows),
            Shipment.Of(RequirementKind.Shipped),
            Shipment.Of(RelationKind.Shipped),
            Shipment.Of(Urgency.Shipped),
            Shipment.Of(PublicHolidays.Rows),
        ];

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.HasPostgresExtension("pg_trgm");
        CampaignRecord.Configure(modelBuilder.Entity<CampaignRecord>());
        DocumentType.Configure(modelBuilder.Entity<DocumentType>());
        RelationKind.Configure(modelBuilder.Entity<RelationKind>());
        Urgency.Configure(modelBuilder.Entity<Urgency>());
        RequirementKind.Configure(modelBuilder.Entity<RequirementKind>());
        Directive.Configure(modelBuilder.Entity<Directive>());
        DirectiveBody.Configure(modelBuilder.Entity<DirectiveBody>());
        Relation.Configure(modelBuilder.Entity<Relation>());
        IssueJob.Configure(modelBuilder.Entity<IssueJob>());
        Assignment.Configure(modelBuilder.Entity<Assignment>());
        AssignmentNote.Configure(modelBuilder.Entity<AssignmentNote>());
        RollUp.Configure(modelBuilder.Entity<RollUp>());
        CalendarDay.Configure(modelBuilder.Entity<CalendarDay>());
        CommitmentTable.Configure(modelBuilder);
        Notice.Configure(modelBuilder.Entity<Notice>());
        Reminder.Configure(modelBuilder.Entity<Reminder>());
        Mail.Configure(modelBuilder.Entity<Mail>());
        MailDay.Configure(modelBuilder.Entity<MailDay>());
        MailOptOut.Configure(modelBuilder.Entity<MailOptOut>());
        Attachment.Configure(modelBuilder.Entity<Attachment>());
        AttachmentChunk.Configure(modelBuilder.Entity<AttachmentChunk>());
    }
}
