using System.Security.Cryptography;
using System.Text;
using Campaign.Api.Directive;
using Campaign.Scenarios.People;
using Campaign.Scenarios.Plans;
using Campaign.Scenarios.Telling;

namespace Campaign.Scenarios;

/// <summary>What the chapters hand on to each other.</summary>
public sealed class Stage(ScenarioPlan plan, Cast cast, Narrator narrator, CancellationToken ct)
{
    /// <summary>Calls under way at once: enough to keep two cores busy, few enough to leave the database air.</summary>
    private const int AtOnce = 6;

    public ScenarioPlan Plan { get; } = plan;

    public Cast Cast { get; } = cast;

    public Narrator Narrator { get; } = narrator;

    public CancellationToken Ct { get; } = ct;

    /// <summary>Unit ids by path, set by the first chapter.</summary>
    public Dictionary<string, Guid> Units { get; } = [];

    /// <summary>Member ids by number, set by the first chapter.</summary>
    public Dictionary<string, Guid> Members { get; } = [];

    /// <summary>Set by the second chapter.</summary>
    public CampaignView Campaign { get; set; } = null!;

    /// <summary>What City must come to show.</summary>
    public Sent Sent { get; } = new();

    public Guid UnitId(UnitPlan unit) => Units[unit.Path];

    public Guid MemberId(MemberPlan member) => Members[member.Number];

    /// <summary>The same act of the same plan always has the same key, so a repeat has no second effect.</summary>
    public string Key(params object[] act) =>
        "demo-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Plan.Seed}\n{string.Join('\n', act)}")))[..40];

    public Task EachAsync<T>(IEnumerable<T> items, Func<T, Task> act) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Ct }, async (item, _) =>
            await act(item)
        );
}

/// <summary>What was sent, as City counts it.</summary>
public sealed class Sent
{
    private int _sessions;
    private int _expected;
    private int _attendance;

    public int Directives { get; set; }
    public int Assignments { get; set; }
    public int Reviews { get; set; }
    public int Nominations { get; set; }
    public int Awards { get; set; }
    public int Sessions => _sessions;
    public int Expected => _expected;
    public int Attendance => _attendance;

    public void Session(int expected, int present)
    {
        Interlocked.Increment(ref _sessions);
        Interlocked.Add(ref _expected, expected);
        Interlocked.Add(ref _attendance, present);
    }
}
