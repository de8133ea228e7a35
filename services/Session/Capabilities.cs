using Campaign.Sessions.Attendance;
using Campaign.Sessions.AttendanceReports;
using Campaign.Sessions.Browsing;
using Campaign.Sessions.CheckIn;
using Campaign.Sessions.Closing;
using Campaign.Sessions.Corrections;
using Campaign.Sessions.Coverage;
using Campaign.Sessions.Holding;
using Campaign.Sessions.Minutes;
using Campaign.Sessions.Paper;
using Campaign.Sessions.Preparing;
using Campaign.Sessions.Quality;
using Campaign.Sessions.Resolutions;
using Campaign.Sessions.Scheduling;
using Campaign.Sessions.TemporaryAttendees;

namespace Campaign.Sessions;

/// <summary>What this service answers, in the order of a session's life.</summary>
internal static class Capabilities
{
    public static IServiceCollection AddSessions(this IServiceCollection services) => services
        .AddPlanning()
        .AddInvitations()
        .AddCheckIn()
        .AddAttendance()
        .AddHolding()
        .AddMinutes();

    public static void MapSessions(this IEndpointRouteBuilder app)
    {
        app.MapPlanning();
        app.MapInvitations();
        app.MapPreparation();
        app.MapCheckIn();
        app.MapRoster();
        app.MapPaper();
        app.MapTemporaryAttendees();
        app.MapHolding();
        app.MapFollowUp();
        app.MapClosing();
        app.MapMinutes();
        app.MapQuality();
        app.MapCorrections();
        app.MapBrowsing();
        app.MapCoverage();
        app.MapAttendanceReports();
    }
}
