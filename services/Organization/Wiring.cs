using Campaign.Organization.Import;
using Campaign.Organization.Import.Jobs;
using Campaign.Organization.Reorganisation;

namespace Campaign.Organization;

/// <summary>What this service is made of, and what it does by itself.</summary>
internal static class Wiring
{
    public static IServiceCollection AddOrganization(this IServiceCollection services) => services
        .AddSingleton<CityDay>()
        .AddScoped<DecisionWork>().AddHostedService<DecisionRunner>()
        .AddScoped<UnitImporter>().AddScoped<MemberImporter>().AddScoped<KnownMemberQuery>()
        .AddScoped<JobImporter>().AddSingleton<ImportJobSignal>().AddHostedService<ImportJobRunner>();
}
