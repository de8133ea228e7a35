using Campaign.Api.Evaluation;
using Campaign.Contracts;
using Campaign.Directories.People;
using Campaign.Directories.Units;
using Campaign.Evaluation.Decisions;
using Campaign.Evaluation.GatheredEvidence;
using Campaign.Evaluation.Periods;
using Campaign.Evaluation.Ranking;
using Campaign.Evaluation.Reviews;
using Campaign.Evaluation.RuleSets;
using Campaign.Hosting.Access;
using Campaign.Messaging;
using Campaign.ServiceDefaults.Catalogues;

namespace Campaign.Evaluation;

/// <summary>Reviews: gathered evidence, self-ratings, proposals, decisions under caps.</summary>
public static class EvaluationService
{
    /// <summary>What the capabilities are made of, and what the service does by itself.</summary>
    public static void Add(WebApplicationBuilder builder) =>
        builder
            .Services.AddScoped<EvidenceQuery>()
            .AddScoped<PeriodCounter>()
            .AddScoped<PeriodReader>()
            .AddScoped<PeriodOpening>()
            .AddScoped<Enrolment>()
            .AddScoped<ReviewReader>()
            .AddScoped<SelfRating>()
            .AddScoped<ProposalIntake>()
            .AddScoped<GroupDecision>()
            .AddScoped<DecisionRecord>()
            .AddCatalogue(EvaluationCatalogues.Ranks, (EvaluationDb database) => database.Ranks.InOrder())
            .AddCatalogue(EvaluationCatalogues.SubjectKinds, SubjectWords.All);

    /// <summary>What it keeps of what others publish, and does about it.</summary>
    public static void Project(MessagingBuilder messaging) =>
        messaging
            .Projection("directory", projection =>
                projection
                    .Handle<UnitChanged, UpdateUnitDirectory>()
                    .Handle<UnitChanged, CarryOver>()
                    .Handle<UnitMerged, UpdateUnitDirectory>()
                    .Handle<UnitMerged, CarryOver>()
                    .Handle<MemberChanged, UpdateMember>()
                    .RepeatInPlace()
            )
            .Projection("evidence", projection =>
                projection
                    .Handle<AttendanceTaken, RecordAttendance>()
                    .Handle<SessionHeld, RecordSession>()
                    .Handle<SessionQualityConfirmed, RecordQuality>()
                    .Handle<AssignmentIssued, RecordAssignment>()
                    .Handle<AssignmentCompleted, RecordAssignment>()
                    .Handle<AssignmentOverdue, RecordAssignment>()
                    .Handle<AssignmentReturned, RecordAssignment>()
                    .Handle<AssignmentExtended, RecordAssignment>()
                    .Handle<AssignmentRecalled, RecordAssignment>()
                    .Handle<CommitmentFulfilled, RecordCommitment>()
                    .Handle<AwardGranted, RecordAward>()
                    .Handle<AwardRevoked, RecordAward>()
                    .ResetWith("truncate table attendance, attendance_parts, sessions, session_qualities, assignments, commitments, awards")
            );

    /// <summary>What it answers.</summary>
    public static void Map(WebApplication app)
    {
        app.MapRuleSets();
        app.MapPeriods();
        app.MapReviews();
        app.MapDecisions();
        app.MapCatalogues();
        app.MapMay(PeriodActions.Open, PeriodActions.Read);
    }
}
