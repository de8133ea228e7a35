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
