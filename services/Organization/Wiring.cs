using Campaign.Api.Organization;
using Campaign.Hosting.Access;
using Campaign.Organization.Catalogues;
using Campaign.Organization.Import;
using Campaign.Organization.Import.Jobs;
using Campaign.Organization.Members;
using Campaign.Organization.Posts;
using Campaign.Organization.Reorganisation;
using Campaign.Organization.Units;
using Campaign.ServiceDefaults.Catalogues;

namespace Campaign.Organization;

/// <summary>What this service is made of, what it does by itself, and what it answers.</summary>
internal static class Wiring
{
    public static IServiceCollection AddOrganization(this IServiceCollection services) => services
        .AddSingleton<CityDay>()
        .AddScoped<DecisionWork>().AddHostedService<DecisionRunner>()
        .AddScoped<ImportWords>().AddScoped<UnitImporter>().AddScoped<MemberImporter>().AddScoped<KnownMemberQuery>()
        .AddScoped<JobImporter>().AddSingleton<ImportJobSignal>().AddHostedService<ImportJobRunner>()
        .AddCatalogue(OrganizationCatalogues.UnitTypes, (OrganizationDb db) => db.UnitTypes.InOrder())
        .AddCatalogue(OrganizationCatalogues.MemberStatuses, (OrganizationDb db) => db.MemberStatuses.InOrder())
        .AddCatalogue(OrganizationCatalogues.Sexes, (OrganizationDb db) => db.Sexes.InOrder())
        .AddCatalogue(OrganizationCatalogues.ReorganisationKinds, ReorganisationWords.All);

    public static void MapOrganization(this IEndpointRouteBuilder app)
    {
        app.MapUnits();
        app.MapLineage();
        app.MapDecisions();
        app.MapMembers();
        app.MapPosts();
        app.MapImports();
        app.MapImportJobs();
        app.MapCatalogues();
        app.MapMay(DecisionActions.Record, ImportActions.Import, UnitActions.CreateWithin, UnitActions.RegisterWithin);
    }
}
