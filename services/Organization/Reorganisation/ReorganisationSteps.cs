using Campaign.Api.Organization;
using Campaign.Contracts;
using Campaign.Hosting.Problems;
using Campaign.Organization.Units;

namespace Campaign.Organization.Reorganisation;

/// <summary>The kinds of steps.</summary>
internal sealed partial class Reorganiser
{
    private void Rename(ReorganisationStep step)
    {
        var unit = Single(step);
        var (name, shortName) = (
            Problem.Text(step.Name, "name", Unit.MaxName),
            Problem.Text(step.ShortName, "shortName", Unit.MaxShortName)
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
            Demand(unit.ParentId is not null, "the city itself does not move.");
            Demand(!Hangs(parent, below: unit), $"'{unit.Code}' would hang below itself. Choose another parent.");
            Demand(
                parent.ParentId is not null || UnitCode.IsFreeForDistrict(unit.Code),
                $"'{unit.Code}' cannot be the code of a district."
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
        Problem.Unless(
            step.Into is null != step.Create is not { Count: 1 },
            $"Step {_step}: name the successor in 'into', or describe the one new unit in 'create'."
        );
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
        Demand(unit.ParentId is not null, "the city itself cannot be dissolved.");
        EndInto(unit, Find(step.Into ?? _byId[unit.ParentId!.Value].Code), step.Kind);
    }

    private void Split(ReorganisationStep step)
    {
        var unit = Single(step);
        Demand(unit.ParentId is not null, "the city itself cannot be split.");
        var successors = New(step, 2);
        var places = new Dictionary<string, Unit>();
        foreach (var (successor, wanted) in successors.Zip(step.Create!))
        {
            Demand(
                !Hangs(successor, below: unit),
                $"'{successor.Code}' would hang below '{unit.Code}', which ends. Choose another parent."
            );
            foreach (var code in wanted.Children ?? [])
            {
                Demand(Below(unit).Any(child => child.Code == code), $"'{code}' does not hang directly below '{unit.Code}'.");
                Demand(places.TryAdd(code, successor), $"'{code}' is given to two successors.");
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
        Demand(unit.ParentId is not null, "the city itself cannot end.");
        Demand(unit != successor, $"'{unit.Code}' cannot be its own successor.");
        Demand(
            !Hangs(successor, below: unit),
            $"the successor '{successor.Code}' hangs below '{unit.Code}', which ends. Move it away in an earlier step."
        );
        Effects.Add(new Effect(_step, kind, unit, unit.Code, unit.Name, successor.Code, successor.Name, Below(unit).Count));
        End(unit, successor, kind, new Dictionary<string, Unit>());
    }

    private List<Unit> New(ReorganisationStep step, int atLeast)
    {
        Problem.Unless(
            step.Create is { Count: <= 100 } wanted && wanted.Count >= atLeast,
            $"Step {_step}: describe {atLeast} to 100 new units in 'create'."
        );
        var units = new List<Unit>();
        foreach (var plan in step.Create!)
        {
            Problem.Unless(
                UnitCode.IsValid(plan.Code ?? ""),
                $"Step {_step}: '{plan.Code}' is no unit code. It must have {UnitCode.Rule}."
            );
            Demand(
                !taken.Contains(plan.Code!) && !_byCode.ContainsKey(plan.Code!) && Created.All(unit => unit.Code != plan.Code),
                $"there is, or was, a unit '{plan.Code}'. Choose another code."
            );
            var parent = Find(plan.Parent);
            Demand(
                parent.ParentId is not null || UnitCode.IsFreeForDistrict(plan.Code!),
                $"'{plan.Code}' cannot be the code of a district."
            );
            var unit = Unit.Create(
                plan.Code!,
                Problem.Text(plan.Name, "name", Unit.MaxName),
                Problem.Text(plan.ShortName, "shortName", Unit.MaxShortName),
                Problem.OneOf(plan.Type, "type", types),
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
        Problem.Unless(step.Units is { Count: 1 }, $"Step {_step}: name one unit in 'units'.");
        return Find(step.Units![0]);
    }

    private List<Unit> Several(ReorganisationStep step)
    {
        Problem.Unless(step.Units is { Count: >= 1 and <= 500 }, $"Step {_step}: name 1 to 500 units in 'units'.");
        return [.. step.Units!.Distinct().Select(Find)];
    }
}
