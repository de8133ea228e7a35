using Campaign.Sessions.Preparing;
using Campaign.Sessions.Quality;

namespace Campaign.Sessions.Holding;

public static class HoldingServices
{
    public static IServiceCollection AddHolding(this IServiceCollection services) => services
        .AddScoped<NamedPeople>().AddScoped<AgendaEditor>()
        .AddScoped<HoldingRequest>().AddScoped<VoteBook>().AddScoped<ResolutionEditor>()
        .AddScoped<QualityBook>();
}
