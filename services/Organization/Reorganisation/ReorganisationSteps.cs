using Campaign.Api.Organization;
using Campaign.Api.Problems;
using Campaign.Contracts;
using Campaign.Hosting.Problems;
using Campaign.Organization.Units;

namespace Campaign.Organization.Reorganisation;

/// <summary>The kinds of steps.</summary>
internal sealed partial class Reorganiser
{
    private const int MaxUnits = 500;
    private const int MaxCreated = 100;

    private void Rename(ReorganisationStep step)
    {
        var unit = Single(step);
        var (name, shortName) = (
            Problem.Text(step.Name, Field("name"), Unit.MaxName),
            Problem.Text(step.ShortName, Field("shortName"), Unit.MaxShortName)
        );
        Effects.Add(new Effect(_step, step.Kind, unit, unit.Code, unit.Name, unit.Code, name, Below(unit).Count));
        if (unit.Change(name, shortName, unit.Type, unit.ValidFrom))
        {
            Changed.Add(unit);
        }
    }

    private void Move(ReorganisationStep step)
    {
        var parent = Find(step.Into);
        foreach (var unit in Several(step))
        {
            Demand(unit.ParentId is not null, OrganizationProblems.CityStays);
            Demand(!Hangs(parent, below: unit), OrganizationProblems.UnitBelowItself, ("unit", unit.Code));
            Demand(
                parent.ParentId is not null || UnitCode.IsFreeForDistrict(unit.Code),
                OrganizationProblems.NoCodeOfADistrict,
                ("unit", unit.Code)
            );
            Effects.Add(new Effect(_step, step.Kind, unit, unit.Code, unit.Name, parent.Code, parent.Name, Below(unit).Count));
            if (unit.ParentId != parent.Id)
            {
                Hang(unit, parent);
            }
        }
    }

    private void Merge(ReorganisationStep step)
    {
        Problem.Unless(step.Into is null != step.Create is not { Count: 1 }, Field("into"), OrganizationProblems.OneSuccessor);
        var units = Several(step);
        var successor = step.Into is null ? New(step, 1)[0] : Find(step.Into);
        foreach (var unit in units.Where(unit => unit != successor))
        {
            EndInto(unit, successor, step.Kind);
        }
    }

    private void Dissolve(ReorganisationStep step)
    {
        var unit = Single(step);
        Demand(unit.ParentId is not null, OrganizationProblems.CityStays);
        EndInto(unit, Find(step.Into ?? _byId[unit.ParentId!.Value].Code), step.Kind);
    }

    private void Split(ReorganisationStep step)
    {
        var unit = Single(step);
        Demand(unit.ParentId is not null, OrganizationProblems.CityStays);
        var successors = New(step, 2);
        var places = new Dictionary<string, Unit>();
        foreach (var (successor, wanted) in successors.Zip(step.Create!))
        {
            DemandBeside(successor, unit);
            foreach (var code in wanted.Children ?? [])
            {
                Demand(
                    Below(unit).Any(child => child.Code == code),
                    OrganizationProblems.NotDirectlyBelow,
                    ("child", code),
                    ("unit", unit.Code)
                );
                Demand(places.TryAdd(code, successor), OrganizationProblems.GivenToTwoSuccessors, ("child", code));
            }

            if (successor != successors[0])
            {
                Lines.Add((unit, successor, step.Kind));
                Handovers.Add(new Handover(unit, successor, wanted.Members ?? []));
            }

            Effects.Add(
                new Effect(
                    _step,
                    step.Kind,
                    unit,
                    unit.Code,
                    unit.Name,
                    successor.Code,
                    successor.Name,
                    successor == successors[0] ? 0 : places.Count(place => place.Value == successor),
                    successor == successors[0] ? null : wanted.Members ?? []
                )
            );
        }

        var main = Effects.FindIndex(effect => effect.Step == _step);
        Effects[main] = Effects[main] with
        {
            Children = Below(unit).Count(child => places.GetValueOrDefault(child.Code, successors[0]) == successors[0]),
        };
        End(unit, successors[0], step.Kind, places);
    }

    private void EndInto(Unit unit, Unit successor, string kind)
    {
        Demand(unit.ParentId is not null, OrganizationProblems.CityStays);
        Demand(unit != successor, OrganizationProblems.OwnSuccessor, ("unit", unit.Code));
        DemandBeside(successor, unit);
        Effects.Add(new Effect(_step, kind, unit, unit.Code, unit.Name, successor.Code, successor.Name, Below(unit).Count));
        End(unit, successor, kind, new Dictionary<string, Unit>());
    }

    private void DemandBeside(Unit successor, Unit unit) =>
        Demand(!Hangs(successor, below: unit), OrganizationProblems.SuccessorBelow, ("successor", successor.Code), ("unit", unit.Code));

    private List<Unit> New(ReorganisationStep step, int atLeast)
    {
        Problem.Unless(
            step.Create is { Count: <= MaxCreated } wanted && wanted.Count >= atLeast,
            Field("create"),
            FieldCodes.Count,
            ("min", atLeast),
            ("max", MaxCreated)
        );
        var units = new List<Unit>();
        foreach (var (index, plan) in step.Create!.Index())
        {
            string InPlan(string name) => Field($"create[{index}].{name}");
            Problem.Unless(UnitCode.IsValid(plan.Code ?? ""), InPlan("code"), OrganizationProblems.UnitCode);
            Demand(
                !taken.Contains(plan.Code!) && !_byCode.ContainsKey(plan.Code!) && Created.All(unit => unit.Code != plan.Code),
                OrganizationProblems.NewCodeTaken,
                ("unit", plan.Code)
            );
            var parent = Find(plan.Parent);
            Demand(
                parent.ParentId is not null || UnitCode.IsFreeForDistrict(plan.Code!),
                OrganizationProblems.NoCodeOfADistrict,
                ("unit", plan.Code)
            );
            var unit = Unit.Create(
                plan.Code!,
                Problem.Text(plan.Name, InPlan("name"), Unit.MaxName),
                Problem.Text(plan.ShortName, InPlan("shortName"), Unit.MaxShortName),
                Problem.OneOf(plan.Type, InPlan("type"), types),
                parent,
                on
            );
            Created.Add(unit);
            _byCode.Add(unit.Code, unit);
            _byId.Add(unit.Id, unit);
            Below(parent).Add(unit);
            units.Add(unit);
            if (step.Kind == ReorganisationKinds.Create)
            {
                Effects.Add(new Effect(_step, step.Kind, null, unit.Code, unit.Name, parent.Code, parent.Name, 0));
            }
        }

        return units;
    }

    private Unit Single(ReorganisationStep step)
    {
        Problem.Unless(step.Units is { Count: 1 }, Field("units"), FieldCodes.Count, ("min", 1), ("max", 1));
        return Find(step.Units![0]);
    }

    private List<Unit> Several(ReorganisationStep step)
    {
        Problem.Unless(step.Units is { Count: >= 1 and <= MaxUnits }, Field("units"), FieldCodes.Count, ("min", 1), ("max", MaxUnits));
        return [.. step.Units!.Distinct().Select(Find)];
    }
}
