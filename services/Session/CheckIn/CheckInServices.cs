namespace Campaign.Sessions.CheckIn;

public static class CheckInServices
{
    public static IServiceCollection AddCheckIn(this IServiceCollection services) => services
        .AddSingleton<OpenSessions>()
        .AddSingleton<WrongCodes>()
        .AddSingleton<CheckInCounter>()
        .AddSingleton<CheckInDesk>()
        .AddSingleton<EarlyArrivals>()
        .AddScoped<Reception>();
}
