using Campaign.Api;
using Campaign.Api.Organization;
using Campaign.Contracts;
using Campaign.Organization.Catalogues;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Organization.Tests;

/// <summary>
/// Random trees, random reorganisations one after the other, and something open at every unit in the middle of it: nothing open gets
/// lost, and no figure of a past day ever changes.
/// </summary>
public sealed class ReorganisationPropertyTests(OrganizationService service) : IClassFixture<OrganizationService>
{
    private static readonly DateOnly s_start = new(2021, 1, 1);

    /// <summary>
    /// Cells of each ward, members of each cell, then decisions: a kind and three numbers that choose among the living units.
    /// </summary>
    private static readonly Gen<(int[] Cells, int[] Members, (string Kind, int A, int B, int C)[] Decisions)> s_stories =
        from wards in Gen.Choose(2, 4)
        from cells in Gen.Choose(0, 3).ArrayOf(wards)
        from members in Gen.Choose(0, 2).ArrayOf(12)
        from count in Gen.Choose(3, 7)
        from decisions in Decision.ArrayOf(count)
        select (cells, members, decisions);

    private static Gen<(string Kind, int A, int B, int C)> Decision =>
        from kind in Gen.Elements(ReorganisationWords.All.Select(word => word.Code).ToArray())
        from a in Gen.Choose(0, 999)
        from b in Gen.Choose(0, 999)
        from c in Gen.Choose(0, 999)
        select (kind, a, b, c);

    [Fact]
    public void Nothing_open_is_lost_and_no_past_figure_changes()
    {
        var applied = 0;
        Prop.ForAll(s_stories.ToArbitrary(), story =>
            {
                applied += PlayAsync(story).GetAwaiter().GetResult();
                return true;
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(20));
        // a generator whose decisions are all refused would prove nothing
        applied.ShouldBeGreaterThan(20);
    }

    private async Task<int> PlayAsync((int[] Cells, int[] Members, (string Kind, int A, int B, int C)[] Decisions) story)
    {
        var district = await PlantAsync(story.Cells, story.Members);
        var officer = service.Client($"district-officer@{district.Path}");
        var work = new OpenWork();
        var past = new Dictionary<DateOnly, string[]>();
        var day = s_start;
        var applied = 0;
        foreach (var decision in story.Decisions)
        {
            var units = (await officer.UnitsAsync(limit: 200)).Items;
            work.Ask(units);
            past[day] = await FiguresAsync(officer, day);
            day = day.AddDays(10);
            applied += await TryAsync(officer, district, units, decision, day) ? 1 : 0;
            foreach (var (asOf, figures) in past)
            {
                (await FiguresAsync(officer, asOf)).ShouldBe(figures, $"figures as of {asOf:O} after {decision}");
            }
        }

        work.CarryOver(await service.MergersAsync(district.Code), story.Members.Sum());
        work.Open.ShouldBe(work.Asked);
        work.Places.Except((await officer.UnitsAsync(limit: 200)).Items.Select(unit => unit.Id)).ShouldBeEmpty();
        return applied;
    }

    private async Task<UnitView> PlantAsync(int[] cells, int[] members)
    {
        var code = $"d-{Guid.NewGuid():n}"[..20];
        var district = await service.Operator.CreateUnitAsync(
            new CreateUnit(code, "Quận ủy", "Quận", UnitTypes.PartyCommittee, service.City.Id, s_start)
        );
        var file = new System.Text.StringBuilder("code,name,short_name,type,parent_code,valid_from\n");
        var people = new System.Text.StringBuilder("number,full_name,unit_code,joined_on\n");
        for (var ward = 0; ward < cells.Length; ward++)
        {
            file.Append(FormattableString.Invariant($"{code}-w{ward},Phường {ward},W{ward},party-committee,{code},2021-01-01\n"));
            for (var cell = 0; cell < cells[ward]; cell++)
            {
                file.Append(FormattableString.Invariant($"{code}-w{ward}-{cell},Chi bộ {cell},CB,cell,{code}-w{ward},2021-01-01\n"));
                for (var member = 0; member < members[ward * 3 + cell]; member++)
                {
                    people.Append(
                        FormattableString.Invariant($"{code}-{ward}-{cell}-{member},Nguyễn Văn A,{code}-w{ward}-{cell},2021-01-01\n")
                    );
                }
            }
        }

        (await service.Operator.ImportUnitsAsync(file.ToString(), dryRun: false)).ErrorCount.ShouldBe(0);
        (await service.Operator.ImportMembersAsync(people.ToString(), dryRun: false)).ErrorCount.ShouldBe(0);
        return district;
    }

    private static async Task<bool> TryAsync(
        OrganizationClient officer,
        UnitView district,
        IReadOnlyList<UnitView> units,
        (string Kind, int A, int B, int C) decision,
        DateOnly on
    )
    {
        string Code(int number) => units[number % units.Count].Code;
        NewUnit New(string suffix, params string[] children) =>
            new($"{district.Code}-{on.DayNumber}-{suffix}", "Đơn vị mới", "Mới", UnitTypes.PartyCommittee, district.Code, children);
        var step = new ReorganisationStep(decision.Kind, [Code(decision.A)]);
        step = decision.Kind switch
        {
            ReorganisationKinds.Create => step with { Create = [New("a")] },
            ReorganisationKinds.Rename => step with { Name = $"Tên mới {decision.B}", ShortName = "Mới" },
            ReorganisationKinds.Move => step with { Into = Code(decision.B) },
            ReorganisationKinds.Merge when decision.C % 2 == 0 => step with
            {
                Units = [Code(decision.A), Code(decision.B)],
                Create = [New("m")],
            },
            ReorganisationKinds.Merge => step with { Units = [Code(decision.A), Code(decision.B)], Into = Code(decision.C) },
            ReorganisationKinds.Split => step with
            {
                Create =
                [
                    New("s"),
                    New(
                        "t",
                        [.. units.Where(unit => unit.ParentId == units[decision.A % units.Count].Id).Take(1).Select(unit => unit.Code)]
                    ),
                ],
            },
            _ => step,
        };
        try
        {
            await officer.RecordDecisionAsync(new RecordDecision($"{Guid.NewGuid():n}", on, on, "Sắp xếp", [step]));
            return true;
        }
        catch (ApiException refused) when (refused.Parameters.ContainsKey("step"))
        {
            return false;
        }
    }

    private static async Task<string[]> FiguresAsync(OrganizationClient officer, DateOnly asOf)
    {
        var units = (await officer.UnitsAsOfAsync(asOf, limit: 200)).Items;
        var members = (await officer.MembersAsOfAsync(asOf, units[0].Path, limit: 200)).Items;
        return
        [
            .. units.Select(unit => $"{unit.Path} {unit.Name} {unit.Children} {unit.Members}"),
            .. members.Select(member => $"{member.Number} {member.UnitPath} {member.Status}"),
        ];
    }

    /// <summary>
    /// What a service that listens does with something open at each unit, whatever the order in which it hears of the mergers.
    /// </summary>
    private sealed class OpenWork
    {
        private readonly List<Guid> _places = [];
        private readonly Dictionary<Guid, Guid> _successors = [];

        public int Asked { get; private set; }

        public int Open => _places.Count;

        public IEnumerable<Guid> Places => _places;

        public void Ask(IReadOnlyList<UnitView> units)
        {
            _places.AddRange(units.Select(unit => unit.Id));
            Asked += units.Count;
        }

        public void CarryOver(IEnumerable<UnitMerged> mergers, int seed)
        {
            var order = new Random(seed);
            foreach (var merger in mergers.OrderBy(_ => order.Next()))
            {
                _successors[merger.AggregateId] = merger.SuccessorId;
                var place = merger.SuccessorId;
                while (_successors.TryGetValue(place, out var next))
                {
                    place = next;
                }

                for (var at = 0; at < _places.Count; at++)
                {
                    _places[at] = _places[at] == merger.AggregateId ? place : _places[at];
                }
            }
        }
    }
}
