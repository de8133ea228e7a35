using Campaign.Api.Session;
using Campaign.Contracts;
using Campaign.Hosting.Problems;
using Campaign.Messaging.Log;

namespace Campaign.Sessions.Scheduling;

/// <summary>What the others are told of the calendar, whoever changes it: people, or a series.</summary>
public static class SessionEvents
{
    /// <summary>Puts a session whose participants were counted on the calendar.</summary>
    /// <exception cref="Problem"><c>no-participants</c>.</exception>
    public static void Schedule(this SessionDb database, Session session, int expected, IEventLog events)
    {
        if (expected == 0)
        {
            throw new Problem(SessionProblems.NoParticipants);
        }

        session.Expected = expected;
        database.Sessions.Add(session);
        events.Append(
            new SessionScheduled
            {
                District = session.District,
                CampaignId = session.CampaignId,
                AggregateId = session.Id,
                Version = session.Version,
                UnitId = session.UnitId,
                UnitPath = session.UnitPath,
                Kind = session.Kind,
                Topic = session.Plan.Topic,
                StartsAt = session.StartsAt,
                AssignmentId = session.AssignmentId,
            }
        );
    }

    public static SessionChanged Changed(Session session) =>
        new()
        {
            District = session.District,
            CampaignId = session.CampaignId,
            AggregateId = session.Id,
            Version = session.Version,
            UnitId = session.UnitId,
            UnitPath = session.UnitPath,
            Kind = session.Kind,
            Topic = session.Plan.Topic,
            Place = session.Plan.Place,
            StartsAt = session.StartsAt,
            PlannedMinutes = session.Plan.PlannedMinutes,
            AssignmentId = session.AssignmentId,
        };

    /// <summary>Cancels the session, and says so.</summary>
    /// <exception cref="Problem">As <see cref="Session.Cancel"/>.</exception>
    public static void Cancel(this Session session, string reason, DateTimeOffset now, IEventLog events)
    {
        session.Cancel(reason, now);
        events.Append(
            new SessionCancelled
            {
                District = session.District,
                CampaignId = session.CampaignId,
                AggregateId = session.Id,
                Version = session.Version,
                UnitId = session.UnitId,
                UnitPath = session.UnitPath,
                Kind = session.Kind,
                Topic = session.Plan.Topic,
                StartsAt = session.StartsAt,
                Reason = reason,
                AssignmentId = session.AssignmentId,
            }
        );
    }
}
