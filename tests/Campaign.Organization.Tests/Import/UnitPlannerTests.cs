using Campaign.Contracts;
using Campaign.Organization.Import;
using Campaign.Organization.Units;
using Campaign.Tables.Imports;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Organization.Tests.Import;

[Trait("Run", "Quick")]
public sealed class UnitPlannerTests
{
    private static readonly string[] s_types = [UnitTypes.PartyCommittee, UnitTypes.Cell];
    private static readonly DateOnly s_today = new(2026, 3, 1);
    private static readonly ImportScope s_operator = new(_ => true, ByOperator: true);

    /// <summary>Trees as parent indices: node n hangs below some node before it; node 0 is the root. Then an order of the rows.</summary>
    private static readonly Gen<(int[] Parents, int[] Order)> s_trees =
        from size in Gen.Choose(1, 30)
        from parents in Gen.Choose(0, 1_000_000).ArrayOf(size)
        from order in Gen.Shuffle(Enumerable.Range(0, size).ToArray())
        select (parents.Select((parent, node) => node == 0 ? -1 : parent % node).ToArray(), order);

    [Fact]
    public void Tree_is_planned_whatever_the_order_of_the_rows() =>
        Prop.ForAll(s_trees.ToArbitrary(), tree =>
            {
                var plan = Plan(Rows(tree.Parents, tree.Order), []);
                var paths = plan.Added.Cast<Unit>().ToDictionary(unit => unit.Code, unit => unit.Path);
                return plan.Errors.Count == 0
                    && plan.Created == tree.Parents.Length
                    && tree.Parents.Select(
                            (parent, node) => paths[Code(node)] == (parent < 0 ? Code(node) : $"{paths[Code(parent)]}/{Code(node)}")
                        )
                        .All(right => right);
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Parents_are_told_before_their_children() =>
        Prop.ForAll(s_trees.ToArbitrary(), tree =>
            {
                HashSet<Guid> told = [];
                return Plan(Rows(tree.Parents, tree.Order), [])
                    .Events.OfType<UnitChanged>()
                    .All(unit => (unit.ParentId is null || told.Contains(unit.ParentId.Value)) && told.Add(unit.AggregateId));
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Second_run_changes_nothing() =>
        Prop.ForAll(s_trees.ToArbitrary(), tree =>
            {
                var rows = Rows(tree.Parents, tree.Order);
                var again = Plan(rows, [.. Plan(rows, []).Added.Cast<Unit>()]);
                return again.Unchanged == rows.Length && again.Created + again.Changed + again.Events.Count + again.Errors.Count == 0;
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Subtree_of_a_unit_is_what_descends_from_it() =>
        Prop.ForAll(s_trees.ToArbitrary(), tree =>
            {
                var paths = Plan(Rows(tree.Parents, tree.Order), []).Added.Cast<Unit>().ToDictionary(unit => unit.Code, unit => unit.Path);
                return Enumerable
                    .Range(0, tree.Parents.Length)
                    .All(node =>
                        Enumerable
                            .Range(0, tree.Parents.Length)
                            .All(root => UnitPath.IsWithin(paths[Code(node)], paths[Code(root)]) == Descends(tree.Parents, node, root))
                    );
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Any_parents_end_in_a_tree_or_in_errors_on_every_row_that_has_no_place()
    {
        // parents may name later rows, the row itself, or a unit that is not there
        var graphs = Gen.Choose(1, 15).SelectMany(size => Gen.Choose(-1, size).ArrayOf(size));
        Prop.ForAll(graphs.ToArbitrary(), parents =>
            {
                Unit[] root = [Unit.Create("root", "Root", "Root", UnitTypes.PartyCommittee, null, new DateOnly(2020, 1, 1))];
                var rows = parents.Select((parent, node) => Row(node + 2, Code(node), parent < 0 ? "root" : Code(parent))).ToArray();
                var plan = Plan(rows, root);
                var placed = plan.Added.Cast<Unit>().Select(unit => unit.Code).ToHashSet();
                return Enumerable.Range(0, parents.Length).All(node => placed.Contains(Code(node)) == ReachesRoot(parents, node));
            })
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Circle_is_refused_on_each_of_its_lines()
    {
        var plan = Plan([Row(2, "aa", "bb"), Row(3, "bb", "aa")], []);

        plan.Errors.First.Select(error => (error.Line, error.Column)).ShouldBe([(2, "parent_code"), (3, "parent_code")]);
    }

    [Fact]
    public void Move_is_refused()
    {
        var rows = new[] { Row(2, "aa", ""), Row(3, "bb", "aa"), Row(4, "cc", "bb") };
        var units = Plan(rows, []).Added.Cast<Unit>().ToList();

        Plan([Row(2, "cc", "aa")], units).Errors.First.ShouldHaveSingleItem().Column.ShouldBe("parent_code");
    }

    [Fact]
    public void Second_root_is_refused()
    {
        var units = Plan([Row(2, "aa", "")], []).Added.Cast<Unit>().ToList();

        var error = Plan([Row(2, "bb", "")], units).Errors.First.ShouldHaveSingleItem();
        (error.Code, error.Params["root"]).ShouldBe(("root-there", "aa"));
    }

    [Fact]
    public void Row_tells_all_its_mistakes_at_once()
    {
        var bad = new CsvRow(
            7,
            new Dictionary<string, string>
            {
                ["code"] = "Bad Code",
                ["name"] = "",
                ["short_name"] = new('x', 101),
                ["type"] = "shop",
                ["parent_code"] = "",
                ["valid_from"] = "yesterday",
            }
        );

        Plan([bad], [])
            .Errors.First.Select(error => error.Column)
            .ShouldBe(["code", "name", "short_name", "type", "valid_from"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("2026-03-01", 0)]
    [InlineData("2026-03-02", 1)]
    public void A_unit_cannot_be_there_before_its_first_day(string from, int errors)
    {
        var row = new CsvRow(
            2,
            new Dictionary<string, string>
            {
                ["code"] = "aa",
                ["name"] = "A",
                ["short_name"] = "A",
                ["type"] = UnitTypes.PartyCommittee,
                ["parent_code"] = "",
                ["valid_from"] = from,
            }
        );

        Plan([row], []).Errors.First.Count(error => error.Column == "valid_from").ShouldBe(errors);
    }

    [Fact]
    public void Units_outside_the_callers_are_told_by_line()
    {
        var units = Plan([Row(2, "aa", ""), Row(3, "bb", "aa"), Row(4, "cc", "aa")], []).Added.Cast<Unit>().ToList();
        var scope = new ImportScope(path => UnitPath.IsWithin(path, "aa/bb"), ByOperator: false);

        UnitPlanner
            .Plan([Row(2, "dd", "bb"), Row(3, "ee", "cc"), Row(4, "cc", "aa")], units, new ImportErrors(), scope, s_types, s_today)
            .Outside.ShouldBe([3, 4], ignoreOrder: true);
    }

    private static ImportPlan Plan(CsvRow[] rows, IEnumerable<Unit> existing) =>
        UnitPlanner.Plan(rows, existing, new ImportErrors(), s_operator, s_types, s_today);

    private static CsvRow[] Rows(int[] parents, int[] order) =>
        [.. order.Select((node, index) => Row(index + 2, Code(node), parents[node] < 0 ? "" : Code(parents[node])))];

    private static CsvRow Row(int line, string code, string parent) =>
        new(
            line,
            new Dictionary<string, string>
            {
                ["code"] = code,
                ["name"] = $"Unit {code}",
                ["short_name"] = code,
                ["type"] = UnitTypes.Cell,
                ["parent_code"] = parent,
                ["valid_from"] = "2020-01-01",
            }
        );

    private static string Code(int node) => $"u{node}";

    private static bool Descends(int[] parents, int node, int root) =>
        node == root || (node >= 0 && parents[node] >= 0 && Descends(parents, parents[node], root));

    private static bool ReachesRoot(int[] parents, int node)
    {
        for (var steps = 0; steps <= parents.Length && node < parents.Length; steps++)
        {
            if (parents[node] < 0)
            {
                return true;
            }

            node = parents[node];
        }

        return false;
    }
}
