using Campaign.Contracts;
using Campaign.Defaults.Units;
using Campaign.Directives.Assignments;
using Campaign.Directives.Documents;
using Campaign.Directives.Issuing;
using Campaign.Directives.Overdue;
using Campaign.Messaging;

namespace Campaign.Directives;

/// <summary>What this service does about events, and what it does by itself.</summary>
internal static class Wiring
{
    public static void AddProjections(MessagingBuilder messaging) => messaging
        .Projection("units", units => units
            .Handle<UnitChanged, UpdateUnitDirectory>()
            .Handle<UnitChanged, FollowUnits>()
            .Handle<UnitMerged, UpdateUnitDirectory>()
            .Handle<UnitMerged, CarryOver>()
            .RepeatInPlace())
        .Projection("held-sessions", sessions => sessions.Handle<SessionHeld, CompleteByHeldSession>());

    public static IServiceCollection AddDirectives(this IServiceCollection services) => services
        .AddScoped<RecordingRules>()
        .AddScoped<IssuePlanner>().AddScoped<IssueBatch>().AddSingleton<IssueSignal>().AddHostedService<IssueJobRunner>()
        .AddScoped<AssignmentChanges>().AddScoped<AssignmentRequest>()
        .AddScoped<OverdueSweep>().AddHostedService<OverdueRunner>();
}
