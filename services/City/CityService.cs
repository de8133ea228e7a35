using Campaign.City.Campaigns;
using Campaign.City.Facts;
using Campaign.City.Reports;
using Campaign.City.RollUps;
using Campaign.Contracts;
using Campaign.Directories.Units;
using Campaign.Hosting.Access;
using Campaign.Hosting.ServiceCalls;
using Campaign.Messaging;

namespace Campaign.City;

/// <summary>The city sees it: figures of every campaign, district and period.</summary>
public static class CityService
{
    /// <summary>What the capabilities are made of, and what the service does by itself.</summary>
    public static void Add(WebApplicationBuilder builder)
    {
        builder
            .Services.AddScoped<FigureQueries>()
            .AddScoped<ReviewReportQuery>()
            .AddScoped<ReportRequest>()
            .AddSingleton<OwnersCatalogues>();
        foreach (var owner in ReviewReportDocument.Named.Select(catalogue => catalogue.Service).Distinct())
        {
            builder
                .Services.AddServiceClient(OwnersCatalogues.Client(owner), owner)
                .ConfigureHttpClient(http => http.Timeout = OwnersCatalogues.Patience);
        }
    }

    /// <summary>What it keeps of what others publish, and does about it.</summary>
    public static void Project(MessagingBuilder messaging) =>
        messaging
            .Projection("units", units =>
                units.Handle<UnitChanged, UpdateUnitDirectory>().Handle<UnitMerged, UpdateUnitDirectory>().RepeatInPlace()
            )
            .Projection("figures", figures =>
                figures
                    .Handle<CampaignOpened, CountDirectives>()
                    .Handle<DirectiveIssued, CountDirectives>()
                    .Handle<AssignmentIssued, CountAssignments>()
                    .Handle<AssignmentAcknowledged, CountAssignments>()
                    .Handle<AssignmentCompleted, CountAssignments>()
                    .Handle<AssignmentOverdue, CountAssignments>()
                    .Handle<AssignmentReturned, CountAssignments>()
                    .Handle<AssignmentRecalled, CountAssignments>()
                    .Handle<AssignmentExtended, CountAssignments>()
                    .Handle<SessionScheduled, CountSessions>()
                    .Handle<SessionCancelled, CountSessions>()
                    .Handle<MemberCheckedIn, CountSessions>()
                    .Handle<SessionHeld, CountSessions>()
                    .Handle<AttendanceCorrected, CountSessions>()
                    .Handle<ReviewDecided, CountReviews>()
                    .Handle<NominationSubmitted, CountAwards>()
                    .Handle<AwardGranted, CountAwards>()
                    .Handle<AwardRevoked, CountAwards>()
                    .ResetWith("truncate table campaigns, documents, assignments, addressed_units, sessions, reviews, awards, figures")
            );

    /// <summary>What it answers.</summary>
    public static void Map(WebApplication app)
    {
        app.MapCampaigns();
        app.MapFigures();
        app.MapReviewReport();
        app.MapMay(CityAccess.Read);
    }
}
