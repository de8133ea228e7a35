using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Directives.Assignments;
using Campaign.Directives.Attachments;
using Campaign.Directives.Campaigns;
using Campaign.Directives.Commitments;
using Campaign.Directives.Documents;
using Campaign.Directives.Issuing;
using Campaign.Directives.Mails;
using Campaign.Directives.Overdue;
using Campaign.Directives.Reminders;
using Campaign.Directives.RollUps;
using Campaign.Directives.WorkingDays;
using Campaign.Directories.People;
using Campaign.Directories.Units;
using Campaign.Hosting.Access;
using Campaign.Hosting.Sweeps;
using Campaign.Messaging;
using Campaign.ServiceDefaults.Catalogues;

namespace Campaign.Directives;

/// <summary>Directives: written, issued, handed down, taken up, put into practice.</summary>
public static class DirectiveService
{
    /// <summary>What the capabilities are made of, and what the service does by itself.</summary>
    public static void Add(WebApplicationBuilder builder) =>
        builder
            .Services.AddScoped<RecordingRules>()
            .AddScoped<DraftEditor>()
            .AddScoped<AttachmentEditor>()
            .AddScoped<RelationGraph>()
            .AddScoped<IssuePlanner>()
            .AddScoped<IssueBatch>()
            .AddScoped<NewAssignments>()
            .AddScoped<RecallReplaced>()
            .AddSingleton<WorkSignal<IssueJobRunner>>()
            .AddHostedService<IssueJobRunner>()
            .AddScoped<AssignmentChanges>()
            .AddScoped<AssignmentRequest>()
            .AddScoped<ManyAssignmentsAtOnce>()
            .AddScoped<RollUpQuery>()
            .AddScoped<PromiseRules>()
            .AddScoped<CommitmentRequest>()
            .AddScoped<OverdueSweep>()
            .AddHostedService<OverdueRunner>()
            .AddScoped<InboxQuery>()
            .AddScoped<ReminderSweep>()
            .AddHostedService<ReminderRunner>()
            .AddCatalogue(DirectiveCatalogues.DocumentTypes, (DirectiveDb db) =>
                db.DocumentTypes.OrderBy(type => type.Code).ThenBy(type => type.ValidFrom)
            )
            .AddCatalogue(DirectiveCatalogues.RequirementKinds, (DirectiveDb db) => db.RequirementKinds.InOrder())
            .AddCatalogue(DirectiveCatalogues.RelationKinds, (DirectiveDb db) => db.RelationKinds.InOrder())
            .AddCatalogue(DirectiveCatalogues.Urgencies, (DirectiveDb db) => db.Urgencies.InOrder())
            .AddMails();

    /// <summary>What it keeps of what others publish, and does about it.</summary>
    public static void Project(MessagingBuilder messaging) =>
        messaging
            .Projection("units", units =>
                units
                    .Handle<UnitChanged, UpdateUnitDirectory>()
                    .Handle<UnitChanged, FollowUnits>()
                    .Handle<UnitChanged, FollowTheTree>()
                    .Handle<UnitMerged, UpdateUnitDirectory>()
                    .Handle<UnitMerged, CarryOver>()
                    .Handle<UnitMerged, FollowTheTree>()
                    .RepeatInPlace()
            )
            .Projection("members", members => members.Handle<MemberChanged, UpdateMember>().ResetWith("truncate table members"))
            .Projection("new-units", units => units.Handle<UnitChanged, AskNewUnits>())
            .Projection("scheduled-sessions", sessions =>
                sessions.Handle<SessionScheduled, PlanByScheduledSession>().Handle<SessionCancelled, PlanByScheduledSession>()
            )
            .Projection("held-sessions", sessions => sessions.Handle<SessionHeld, CompleteByHeldSession>())
            .Projection("resolutions", sessions => sessions.Handle<SessionResolved, PromiseByResolution>());

    /// <summary>What it answers.</summary>
    public static void Map(WebApplication app)
    {
        app.MapCampaigns();
        app.MapDocuments();
        app.MapAttachments();
        app.MapIssuing();
        app.MapWorkingDays();
        app.MapAssignments();
        app.MapReviews();
        app.MapRollUps();
        app.MapCommitments();
        app.MapInbox();
        app.MapMails();
        app.MapMailChoice();
        app.MapCatalogues();
        app.MapMay(
            CampaignEndpoints.Open,
            DocumentActions.Record,
            CommitmentActions.Promise,
            AssignmentActions.Answer,
            AssignmentActions.Decide,
            DirectiveAccess.Read
        );
    }
}
