using Campaign.Api.Recognition;
using Campaign.Contracts;
using Campaign.Directories.People;
using Campaign.Directories.Units;
using Campaign.Hosting.Access;
using Campaign.Messaging;
using Campaign.Recognition.Awards;
using Campaign.Recognition.Candidates;
using Campaign.Recognition.Certificates;
using Campaign.Recognition.Councils;
using Campaign.Recognition.Nominations;
using Campaign.Recognition.Voting;
using Campaign.ServiceDefaults.Catalogues;

namespace Campaign.Recognition;

/// <summary>Recognition: candidates, nominations, councils and their votes, awards and certificates.</summary>
public static class RecognitionService
{
    /// <summary>What the capabilities are made of, and what the service does by itself.</summary>
    public static void Add(WebApplicationBuilder builder) =>
        builder
            .Services.AddScoped<NominationReader>()
            .AddScoped<NominationIntake>()
            .AddScoped<BallotBox>()
            .AddScoped<AwardReader>()
            .AddScoped<AwardDecision>()
            .AddScoped<AwardRevocation>()
            .AddSingleton<CertificatePrinter>()
            .AddCatalogue(RecognitionCatalogues.Titles, (RecognitionDb database) =>
                database.Titles.OrderBy(title => title.Code).ThenBy(title => title.SubjectKind).ThenBy(title => title.ValidFrom)
            );

    /// <summary>What it keeps of what others publish, and does about it.</summary>
    public static void Project(MessagingBuilder messaging) =>
        messaging
            .Projection("directory", projection =>
                projection
                    .Handle<UnitChanged, UpdateUnitDirectory>()
                    .Handle<UnitMerged, UpdateUnitDirectory>()
                    .Handle<MemberChanged, UpdateMember>()
                    .RepeatInPlace()
            )
            .Projection("candidates", projection =>
                projection.Handle<ReviewDecided, SuggestCandidate>().ResetWith("truncate table candidates")
            );

    /// <summary>What it answers.</summary>
    public static void Map(WebApplication app)
    {
        app.MapCandidates();
        app.MapCouncils();
        app.MapNominations();
        app.MapAwards();
        app.MapCatalogues();
        app.MapMay(NominationActions.Nominate, CouncilEndpoints.Create, AwardActions.Decide, NominationActions.Read, AwardActions.Read);
    }
}
