using Campaign.Api.Recognition;
using Campaign.Recognition.Awards;
using Campaign.Recognition.Certificates;
using Campaign.Recognition.Nominations;
using Campaign.Recognition.Voting;
using Campaign.ServiceDefaults.Catalogues;

namespace Campaign.Recognition;

/// <summary>The handlers behind the endpoints; each has one use case.</summary>
internal static class Capabilities
{
    public static IServiceCollection AddCapabilities(this IServiceCollection services) => services
        .AddScoped<NominationReader>()
        .AddScoped<NominationIntake>()
        .AddScoped<BallotBox>()
        .AddScoped<AwardReader>()
        .AddScoped<AwardDecision>()
        .AddScoped<AwardRevocation>()
        .AddSingleton<CertificatePrinter>()
        .AddCatalogue(RecognitionCatalogues.Titles, (RecognitionDb database) => database.Titles.OrderBy(title => title.Code).ThenBy(title => title.SubjectKind).ThenBy(title => title.ValidFrom));
}
