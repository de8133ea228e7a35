using Campaign.Directories.Units;
using Campaign.Hosting.Problems;
using Campaign.ServiceDefaults.Database;
using Campaign.Sessions.Attendance;
using Campaign.Sessions.CheckIn;
using Campaign.Sessions.Feeds;
using Campaign.Sessions.Holding;
using Campaign.Sessions.Invitations;
using Campaign.Sessions.Members;
using Campaign.Sessions.Minutes;
using Campaign.Sessions.Preparing;
using Campaign.Sessions.Proposals;
using Campaign.Sessions.Quality;
using Campaign.Sessions.Recurrence;
using Campaign.Sessions.Resolutions;
using Campaign.Sessions.Scheduling;
using Campaign.Sessions.TemporaryAttendees;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions;

public sealed class SessionDb(DbContextOptions<SessionDb> options) : DirectoryDbContext(options)
{
    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<MinutesVersion> Minutes => Set<MinutesVersion>();

    public DbSet<SessionKind> Kinds => Set<SessionKind>();

    public DbSet<SessionActivity> Activities => Set<SessionActivity>();

    public DbSet<SessionForm> Forms => Set<SessionForm>();

    public DbSet<Series> Series => Set<Series>();

    public DbSet<SeriesOccurrence> Occurrences => Set<SeriesOccurrence>();

    public DbSet<CalendarFeed> Feeds => Set<CalendarFeed>();

    public DbSet<Guest> Guests => Set<Guest>();

    public DbSet<InvitationAnswer> Answers => Set<InvitationAnswer>();

    public DbSet<AttendanceRow> Attendance => Set<AttendanceRow>();

    public DbSet<AttendanceStatus> Statuses => Set<AttendanceStatus>();

    public DbSet<TemporaryAttendee> TemporaryAttendees => Set<TemporaryAttendee>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<MemberDistrict> MemberDistricts => Set<MemberDistrict>();

    public DbSet<Proposal> Proposals => Set<Proposal>();

    public DbSet<Preparation> Preparations => Set<Preparation>();

    public DbSet<AgendaItem> AgendaItems => Set<AgendaItem>();

    public DbSet<SessionDocument> Documents => Set<SessionDocument>();

    public DbSet<PreparationStep> PreparationSteps => Set<PreparationStep>();

    public DbSet<TickedStep> TickedSteps => Set<TickedStep>();

    public DbSet<Contribution> Contributions => Set<Contribution>();

    public DbSet<HandVote> Votes => Set<HandVote>();

    public DbSet<Resolution> Resolutions => Set<Resolution>();

    public DbSet<ActionItem> ActionItems => Set<ActionItem>();

    public DbSet<ItemProgress> Progress => Set<ItemProgress>();

    public DbSet<QualityRule> QualityRules => Set<QualityRule>();

    public DbSet<QualityAnswer> QualityAnswers => Set<QualityAnswer>();

    public DbSet<QualityConfirmation> QualityConfirmations => Set<QualityConfirmation>();

    protected override IEnumerable<Shipment> Shipments =>
        [
            Shipment.Of(SessionKind.Shipped),
            Shipment.Of(SessionActivity.Shipped),
            Shipment.Of(SessionForm.Shipped),
            Shipment.Of(AttendanceStatus.Shipped),
            Shipment.Of(PreparationStep.Shipped),
            Shipment.Of(Quality.QualityRules.Shipped),
        ];

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        // what a unit's predecessors held counts for it
        modelBuilder.Entity<DirectoryUnit>().HasIndex(unit => unit.SuccessorId).HasFilter("successor_id is not null");
        Session.Configure(modelBuilder.Entity<Session>());
        MinutesVersion.Configure(modelBuilder.Entity<MinutesVersion>());
        SessionKind.Configure(modelBuilder.Entity<SessionKind>());
        SessionActivity.Configure(modelBuilder.Entity<SessionActivity>());
        SessionForm.Configure(modelBuilder.Entity<SessionForm>());
        Recurrence.Series.Configure(modelBuilder.Entity<Series>());
        SeriesOccurrence.Configure(modelBuilder.Entity<SeriesOccurrence>());
        CalendarFeed.Configure(modelBuilder.Entity<CalendarFeed>());
        Guest.Configure(modelBuilder.Entity<Guest>());
        InvitationAnswer.Configure(modelBuilder.Entity<InvitationAnswer>());
        AttendanceRow.Configure(modelBuilder.Entity<AttendanceRow>());
        AttendanceStatus.Configure(modelBuilder.Entity<AttendanceStatus>());
        TemporaryAttendee.Configure(modelBuilder.Entity<TemporaryAttendee>());
        WrongCodeCount.Configure(modelBuilder.Entity<WrongCodeCount>());
        Member.Configure(modelBuilder.Entity<Member>());
        MemberDistrict.Configure(modelBuilder.Entity<MemberDistrict>());
        Proposal.Configure(modelBuilder.Entity<Proposal>());
        ConfigureHolding(modelBuilder);
    }

    private static void ConfigureHolding(ModelBuilder modelBuilder)
    {
        Preparation.Configure(modelBuilder.Entity<Preparation>());
        AgendaItem.Configure(modelBuilder.Entity<AgendaItem>());
        SessionDocument.Configure(modelBuilder.Entity<SessionDocument>());
        PreparationStep.Configure(modelBuilder.Entity<PreparationStep>());
        TickedStep.Configure(modelBuilder.Entity<TickedStep>());
        Contribution.Configure(modelBuilder.Entity<Contribution>());
        HandVote.Configure(modelBuilder.Entity<HandVote>());
        Resolution.Configure(modelBuilder.Entity<Resolution>());
        ActionItem.Configure(modelBuilder.Entity<ActionItem>());
        ItemProgress.Configure(modelBuilder.Entity<ItemProgress>());
        QualityRule.Configure(modelBuilder.Entity<QualityRule>());
        QualityAnswer.Configure(modelBuilder.Entity<QualityAnswer>());
        QualityConfirmation.Configure(modelBuilder.Entity<QualityConfirmation>());
    }

    /// <summary>The session, locked until the transaction ends: opening, rosters and closing of one session take turns.</summary>
    /// <remarks>
    /// Locked first and read then: EF Core cannot read a value of several columns, such as the plan, from SQL of one's own.
    /// </remarks>
    /// <exception cref="Problem"><c>not-found</c>.</exception>
    public async Task<Session> LockAsync(Guid id, CancellationToken ct)
    {
        await Database.ExecuteSqlAsync($"select from sessions where id = {id} for update", ct);
        return await Sessions.SingleOrDefaultAsync(session => session.Id == id, ct) ?? throw Problem.NotFound("session");
    }

    /// <summary>The session, to be read only, locked so that nobody else changes it; null when there is none.</summary>
    public async Task<Session?> LockSharedAsync(Guid id, CancellationToken ct)
    {
        await Database.ExecuteSqlAsync($"select from sessions where id = {id} for share", ct);
        return await Sessions.AsNoTracking().SingleOrDefaultAsync(session => session.Id == id, ct);
    }
}
