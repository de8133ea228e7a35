using Campaign.Contracts;
using Campaign.Organization.Import;
using Campaign.Organization.Members;
using Campaign.Organization.Posts;
using Campaign.Organization.Units;
using Campaign.Tables.Imports;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Organization.Tests.Import;

[Trait("Run", "Quick")]
public sealed class MemberPlannerTests
{
    private static readonly string[] s_statuses = [MemberStatuses.Active, MemberStatuses.Exempted, MemberStatuses.Left];
    private static readonly string[] s_sexes = ["female", "male"];
    private static readonly DateOnly s_today = new(2026, 11, 22);
    private static readonly ImportScope s_officer = new(_ => true, ByOperator: false);
    private static readonly Dictionary<string, Unit> s_units = Units();

    [Fact]
    public void Second_run_changes_nothing()
    {
        var row =
            from unit in Gen.Elements("cell-1", "cell-2")
            from status in Gen.Elements("", "active", "exempted")
            from posts in Gen.Elements("", "secretary@cell-1", "secretary@cell-1;council@hn")
            select (unit, status, posts);
        var rows = row.ArrayOf(20)
            .Select(file => file.Select((member, n) => Row(n + 2, $"DEMO-{n}", member.unit, member.status, member.posts)).ToArray());
        Prop.ForAll(rows.ToArbitrary(), file =>
            {
                var first = Plan(file, new Dictionary<string, Member>(), []);
                var members = first.Added.OfType<Member>().ToDictionary(member => member.Number);
                var second = Plan(file, members, first.Added.OfType<MemberPost>());
                return first.Created == file.Length
                    && second.Unchanged == file.Length
                    && second.Events.Count + second.Added.Count + second.Errors.Count == 0;
            })
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Transfer_and_new_post_are_one_changed_row_and_two_events()
    {
        var member = Member.Register("DEMO-1", "Nguyễn Văn A", s_units["cell-1"], MemberStatuses.Active, s_today, new PersonalFacts(null));

        var plan = Plan([Row(2, "DEMO-1", "cell-2", "", "secretary@cell-2")], new Dictionary<string, Member> { ["DEMO-1"] = member }, []);

        (plan.Created, plan.Changed, plan.Unchanged).ShouldBe((0, 1, 0));
        plan.Events.Select(e => e.GetType()).ShouldBe([typeof(MemberChanged), typeof(PostAssigned)]);
        ((MemberChanged)plan.Events[0]).UnitPath.ShouldBe("hn/cell-2");
    }

    [Theory]
    [InlineData("DEMO-1", "nowhere", "", "", "unit_code")]
    [InlineData("DEMO-1", "cell-1", "asleep", "", "status")]
    [InlineData("DEMO-1", "cell-1", "", "secretary", "posts")]
    [InlineData("DEMO-1", "cell-1", "", "secretary@nowhere", "posts")]
    [InlineData("DEMO-1", "cell-1", "", "operator@cell-1", "posts")]
    [InlineData("DEMO-1", "cell-1", "", "city-officer@cell-1", "posts")]
    [InlineData("001088012345", "cell-1", "", "", "number")]
    [InlineData("", "cell-1", "", "", "number")]
    public void Mistake_is_told_by_column(string number, string unit, string status, string posts, string column)
    {
        var plan = Plan([Row(2, number, unit, status, posts)], new Dictionary<string, Member>(), []);

        plan.Errors.First.ShouldHaveSingleItem().Column.ShouldBe(column);
        plan.Report(dryRun: false).Created.ShouldBe(0);
    }

    [Fact]
    public void Citizen_id_is_not_repeated_in_the_error() =>
        Plan([Row(2, "001088012345", "cell-1", "", "")], new Dictionary<string, Member>(), []).Errors.First.Single().Value.ShouldBeEmpty();

    [Fact]
    public void Row_that_repeats_another_counts_once()
    {
        var plan = Plan([Row(2, "DEMO-1", "cell-1", "", ""), Row(3, "DEMO-1", "cell-1", "", "")], new Dictionary<string, Member>(), []);

        (plan.Created, plan.Repeated, plan.Errors.Count).ShouldBe((1, 1, 0));
    }

    [Fact]
    public void Number_twice_in_a_file_is_refused() =>
        Plan([Row(2, "DEMO-1", "cell-1", "", ""), Row(3, "DEMO-1", "cell-2", "", "")], new Dictionary<string, Member>(), [])
            .Errors.First.ShouldHaveSingleItem()
            .Line.ShouldBe(3);

    [Fact]
    public void Post_outside_the_callers_units_is_told_by_line()
    {
        var scope = new ImportScope(path => path == "hn/cell-1", ByOperator: false);
        var known = new KnownMembers(
            s_units,
            new Dictionary<string, Member>(),
            Enumerable.Empty<MemberPost>().ToLookup(post => post.MemberId),
            s_statuses,
            s_sexes
        );

        new MemberPlanner(known, new ImportErrors(), scope, s_today)
            .Plan([Row(2, "DEMO-1", "cell-1", "", ""), Row(3, "DEMO-2", "cell-1", "", "secretary@hn")])
            .Outside.ShouldBe([3]);
    }

    private static ImportPlan Plan(
        IReadOnlyList<CsvRow> rows,
        IReadOnlyDictionary<string, Member> members,
        IEnumerable<MemberPost> posts
    ) =>
        new MemberPlanner(
            new KnownMembers(s_units, members, posts.ToLookup(post => post.MemberId), s_statuses, s_sexes),
            new ImportErrors(),
            s_officer,
            s_today
        ).Plan(rows);

    private static CsvRow Row(int line, string number, string unit, string status, string posts) =>
        new(
            line,
            new Dictionary<string, string>
            {
                ["number"] = number,
                ["full_name"] = "Nguyễn Văn A",
                ["unit_code"] = unit,
                ["status"] = status,
                ["posts"] = posts,
            }
        );

    private static Dictionary<string, Unit> Units()
    {
        var city = Unit.Create("hn", "Hà Nội", "Hà Nội", UnitTypes.PartyCommittee, null, s_today);
        return new[] { city, Cell("cell-1"), Cell("cell-2") }.ToDictionary(unit => unit.Code);

        Unit Cell(string code) => Unit.Create(code, code, code, UnitTypes.Cell, city, s_today);
    }
}
