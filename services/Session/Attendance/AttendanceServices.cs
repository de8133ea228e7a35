using Campaign.Sessions.AttendanceReports;
using Campaign.Sessions.Paper;

namespace Campaign.Sessions.Attendance;

public static class AttendanceServices
{
    public static IServiceCollection AddAttendance(this IServiceCollection services) => services
        .AddScoped<RosterBook>()
        .AddScoped<AttendanceImport>()
        .AddScoped<AttendanceReportQuery>();
}
