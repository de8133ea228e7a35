using Campaign.Api.Evaluation;
using Campaign.Evaluation.Decisions;
using Campaign.Evaluation.GatheredEvidence;
using Campaign.Evaluation.Periods;
using Campaign.Evaluation.Ranking;
using Campaign.Evaluation.Reviews;
using Campaign.ServiceDefaults.Catalogues;

namespace Campaign.Evaluation;

/// <summary>The handlers behind the endpoints; each has one use case.</summary>
internal static class Capabilities
{
    public static IServiceCollection AddCapabilities(this IServiceCollection services) => services
        .AddScoped<EvidenceQuery>()
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
}
