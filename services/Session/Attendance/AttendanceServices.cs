namespace Campaign.Sessions;

public static class AttendanceServices
{
    public static IServiceCollection AddAttendance(this IServiceCollection services) => services
        .AddScoped<RosterBook>()
        .AddScoped<AttendanceImport>()
        .AddScoped<AttendanceReportQuery>();
}
