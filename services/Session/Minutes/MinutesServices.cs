namespace Campaign.Sessions.Minutes;

public static class MinutesServices
{
    public static IServiceCollection AddMinutes(this IServiceCollection services) => services
        .AddScoped<MinutesBook>()
        .AddScoped<MinutesReader>();
}
