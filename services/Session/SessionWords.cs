using Campaign.Api.Session;
using Campaign.ServiceDefaults.Catalogues;
using Campaign.Sessions.Scheduling;

namespace Campaign.Sessions;

/// <summary>The catalogues that this service owns: everybody else asks it for them.</summary>
public static class SessionWords
{
    public static IServiceCollection AddWords(this IServiceCollection services) =>
        services
            .AddCatalogue(SessionCatalogues.Kinds, (SessionDb database) =>
                database.Kinds.OrderBy(kind => kind.Position).ThenBy(kind => kind.ValidFrom)
            )
            .AddCatalogue(SessionCatalogues.Activities, (SessionDb database) =>
                database.Activities.OrderBy(activity => activity.Position).ThenBy(activity => activity.ValidFrom)
            )
            .AddCatalogue(SessionCatalogues.Forms, (SessionDb database) =>
                database.Forms.OrderBy(form => form.Position).ThenBy(form => form.ValidFrom)
            )
            .AddCatalogue(SessionCatalogues.Statuses, (SessionDb database) =>
                database.Statuses.OrderBy(status => status.Position).ThenBy(status => status.ValidFrom)
            )
            .AddCatalogue(SessionCatalogues.PreparationSteps, (SessionDb database) =>
                database.PreparationSteps.OrderBy(step => step.Position).ThenBy(step => step.ValidFrom)
            )
            .AddCatalogue(SessionCatalogues.QualityRules, (SessionDb database) =>
                database.QualityRules.OrderBy(rule => rule.Position).ThenBy(rule => rule.ValidFrom)
            )
            .AddCatalogue(SessionCatalogues.States, StateNames.Entries);
}
