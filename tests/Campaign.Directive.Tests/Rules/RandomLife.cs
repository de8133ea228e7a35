using Campaign.Contracts;
using Campaign.Directives.Assignments;
using Campaign.Hosting.Problems;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Directives.Tests.Rules;

/// <summary>Whatever may happen to an assignment, in whatever order; what a rule refuses changes nothing.</summary>
internal static class RandomLife
{
    public static Gen<Func<Assignment, IReadOnlyList<CampaignEvent>>> Steps =>
        Gen.Choose(1, 60)
            .SelectMany(number =>
            {
                var on = new DateOnly(2026, 3, 1).AddDays(number);
                return Gen.Elements<Func<Assignment, IReadOnlyList<CampaignEvent>>>(
                    a => a.Acknowledge(on),
                    a => a.Plan(on),
                    a => a.Begin(on),
                    a => a.HandIn("…", on),
                    a => a.FallDue(on),
                    a => a.HoldSession(Guid.NewGuid(), a.UnitId, "thematic-meeting", on),
                    a => a.HoldSession(Guid.NewGuid(), a.UnitId, "study-conference", on),
                    a => a.ScheduleSession(Guid.NewGuid(), a.UnitId, "thematic-meeting", on),
                    a => a.CancelSession(a.SessionId ?? Guid.NewGuid()),
                    a => a.Accept(),
                    a => a.Return("…", null, on),
                    a => a.Return("…", on.AddDays(40), on),
                    a => a.Close(),
                    a => a.Recall("…"),
                    a => a.AskExtension(on.AddDays(30), on),
                    a => a.GrantExtension(null, on),
                    a => a.RefuseExtension(),
                    a => Move(a, "hn/thanh-xuan/ha-dinh/cb-01"),
                    a => Move(a, "hn/thanh-xuan/kim-giang/cb-01"),
                    a => Move(a, "hn/dong-da/cb-01"),
                    a => Move(a, "hn")
                );
            })
            .Select(step =>
                (Func<Assignment, IReadOnlyList<CampaignEvent>>)(
                    assignment =>
                    {
                        try
                        {
                            return step(assignment);
                        }
                        catch (Problem)
                        {
                            return [];
                        }
                    }
                )
            );

    private static CampaignEvent[] Move(Assignment assignment, string path)
    {
        assignment.UnitPath = path;
        return [];
    }
}
