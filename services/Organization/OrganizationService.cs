using Campaign.Api.Organization;
using Campaign.Hosting.Access;
using Campaign.Hosting.Sweeps;
using Campaign.Messaging;
using Campaign.Organization.Catalogues;
using Campaign.Organization.Import;
using Campaign.Organization.Import.Jobs;
using Campaign.Organization.Members;
using Campaign.Organization.Posts;
using Campaign.Organization.Reorganisation;
using Campaign.Organization.Units;
using Campaign.ServiceDefaults.Catalogues;

namespace Campaign.Organization;

/// <summary>The register: units through time, their members, who holds which post.</summary>
public static class OrganizationService
{
    /// <summary>What the capabilities are made of, and what the service does by itself.</summary>
    public static void Add(WebApplicationBuilder builder) =>
        builder
            .Services.AddSingleton<CityDay>()
            .AddScoped<DecisionWork>()
            .AddHostedService<DecisionRunner>()
            .AddScoped<ImportWords>()
            .AddScoped<UnitImporter>()
            .AddScoped<MemberImporter>()
            .AddScoped<KnownMemberQuery>()
            .AddScoped<JobImporter>()
            .AddSingleton<WorkSignal<ImportJobRunner>>()
            .AddHostedService<ImportJobRunner>()
            .AddCatalogue(OrganizationCatalogues.UnitTypes, (OrganizationDb db) => db.UnitTypes.InOrder())
            .AddCatalogue(OrganizationCatalogues.MemberStatuses, (OrganizationDb db) => db.MemberStatuses.InOrder())
            .AddCatalogue(OrganizationCatalogues.Sexes, (OrganizationDb db) => db.Sexes.InOrder())
            .AddCatalogue(OrganizationCatalogues.ReorganisationKinds, ReorganisationWords.All);

    /// <summary>What it keeps of what others publish, and does about it.</summary>
    public static void Project(MessagingBuilder messaging)
    {
        // publishes, listens to nobody
    }

    /// <summary>What it answers.</summary>
    public static void Map(WebApplication app)
    {
        app.MapUnits();
        app.MapLineage();
        app.MapDecisions();
        app.MapMembers();
        app.MapPosts();
        app.MapImports();
        app.MapImportJobs();
        app.MapCatalogues();
        app.MapMay(
            DecisionActions.Record,
            ImportActions.Import,
            UnitActions.CreateWithin,
            UnitActions.RegisterWithin,
            OrganizationAccess.ReadUnits,
            OrganizationAccess.ReadMembers
        );
    }
}
