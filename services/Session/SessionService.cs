using Campaign.Contracts;
using Campaign.Directories.Units;
using Campaign.Hosting.Access;
using Campaign.Messaging;
using Campaign.ServiceDefaults.Catalogues;
using Campaign.Sessions.Acting;
using Campaign.Sessions.Attendance;
using Campaign.Sessions.AttendanceReports;
using Campaign.Sessions.Browsing;
using Campaign.Sessions.Calendar;
using Campaign.Sessions.CheckIn;
using Campaign.Sessions.Closing;
using Campaign.Sessions.Corrections;
using Campaign.Sessions.Coverage;
using Campaign.Sessions.Feeds;
using Campaign.Sessions.Holding;
using Campaign.Sessions.Invitations;
using Campaign.Sessions.Members;
using Campaign.Sessions.Minutes;
using Campaign.Sessions.Paper;
using Campaign.Sessions.Preparing;
using Campaign.Sessions.Proposals;
using Campaign.Sessions.Quality;
using Campaign.Sessions.Recurrence;
using Campaign.Sessions.Resolutions;
using Campaign.Sessions.Scheduling;
using Campaign.Sessions.TemporaryAttendees;

namespace Campaign.Sessions;

/// <summary>Sessions: planned, prepared, held, recorded, and what came of them, in the order of a session's life.</summary>
public static class SessionService
{
    /// <summary>What the capabilities are made of, and what the service does by itself.</summary>
    public static void Add(WebApplicationBuilder builder) =>
        builder
            .Services.AddWords()
            .AddScoped<Actor>()
            .AddScoped<SeriesWork>()
            .AddHostedService<SeriesRunner>()
            .AddScoped<FeedQuery>()
            .AddScoped<InvitationLinks>()
            .AddScoped<AnswerBook>()
            .AddSingleton<AnswerLimit>()
            .AddScoped<RosterBook>()
            .AddScoped<AttendanceImport>()
            .AddScoped<AttendanceReportQuery>()
            .AddSingleton<OpenSessions>()
            .AddSingleton<WrongCodes>()
            .AddSingleton<CheckInCounter>()
            .AddSingleton<CheckInDesk>()
            .AddSingleton<EarlyArrivals>()
            .AddScoped<Reception>()
            .AddScoped<NamedPeople>()
            .AddScoped<AgendaEditor>()
            .AddScoped<HoldingRequest>()
            .AddScoped<VoteBook>()
            .AddScoped<ResolutionEditor>()
            .AddScoped<QualityBook>()
            .AddScoped<MinutesBook>()
            .AddScoped<MinutesReader>();

    /// <summary>What it keeps of what others publish, and does about it.</summary>
    public static void Project(MessagingBuilder messaging) =>
        messaging
            .Projection("units", projection =>
                projection
                    .Handle<UnitChanged, UpdateUnitDirectory>()
                    .Handle<UnitChanged, CarryOver>()
                    .Handle<UnitMerged, UpdateUnitDirectory>()
                    .Handle<UnitMerged, CarryOver>()
                    .Handle<MemberChanged, UpdateMember>()
                    .RepeatInPlace()
            )
            .Projection("proposals", projection =>
                projection
                    .Handle<AssignmentIssued, ProposeSession>()
                    .Handle<AssignmentCompleted, WithdrawProposal>()
                    .Handle<AssignmentRecalled, WithdrawProposal>()
                    .Handle<AssignmentExtended, PutOffProposal>()
                    .ResetWith("truncate table proposals")
            )
            .Projection("resolutions", projection =>
                projection.Handle<CommitmentProgressed, FollowCommitment>().ResetWith("truncate table item_progress")
            );

    /// <summary>What it answers.</summary>
    public static void Map(WebApplication app)
    {
        app.MapCatalogues();
        app.MapMay(UnitActions.Schedule, UnitActions.SubscribeCalendar, UnitActions.ReadReports, UnitActions.ReadSessions);
        app.MapScheduling();
        app.MapChanges();
        app.MapSeries();
        app.MapCalendar();
        app.MapFeeds();
        app.MapProposals();
        app.MapInvitationLinks();
        app.MapGuests();
        app.MapAnswers();
        app.MapMyMeetings();
        app.MapPreparation();
        app.MapCheckIn();
        app.MapRoster();
        app.MapPaper();
        app.MapTemporaryAttendees();
        app.MapHolding();
        app.MapFollowUp();
        app.MapClosing();
        app.MapMinutes();
        app.MapQuality();
        app.MapCorrections();
        app.MapBrowsing();
        app.MapCoverage();
        app.MapAttendanceReports();
    }
}
