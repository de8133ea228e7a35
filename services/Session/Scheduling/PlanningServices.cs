using Campaign.Sessions.Calendar;
using Campaign.Sessions.Feeds;
using Campaign.Sessions.Invitations;
using Campaign.Sessions.Proposals;
using Campaign.Sessions.Recurrence;

namespace Campaign.Sessions.Scheduling;

/// <summary>Planning and inviting: what is on the calendar, and who was asked to come.</summary>
public static class PlanningServices
{
    public static IServiceCollection AddPlanning(this IServiceCollection services) => services
        .AddScoped<SeriesWork>().AddHostedService<SeriesRunner>()
        .AddScoped<FeedQuery>();

    public static IServiceCollection AddInvitations(this IServiceCollection services) => services
        .AddScoped<InvitationLinks>().AddScoped<AnswerBook>().AddSingleton<AnswerLimit>();

    public static void MapPlanning(this IEndpointRouteBuilder routes)
    {
        routes.MapScheduling();
        routes.MapChanges();
        routes.MapSeries();
        routes.MapCalendar();
        routes.MapFeeds();
        routes.MapProposals();
    }

    public static void MapInvitations(this IEndpointRouteBuilder routes)
    {
        routes.MapInvitationLinks();
        routes.MapGuests();
        routes.MapAnswers();
        routes.MapMyMeetings();
    }
}
