using Campaign.Api.Imports;
using Campaign.Api.Organization;
using Campaign.Organization.Units;
using Campaign.Tables.Imports;

namespace Campaign.Organization.Import;

/// <summary>Who imports: which paths they cover, and whether they may plant the root.</summary>
public sealed record ImportScope(Func<string, bool> Covers, bool ByOperator);

/// <summary>
/// Works out what a file of units comes to. Rows may stand in any order: a unit is placed once its parent is. What is left over
/// names a parent that does not exist, or one that hangs below the unit itself.
/// </summary>
public sealed class UnitPlanner
{
    public static readonly IReadOnlyList<string> Columns = ["code", "name", "short_name", "type", "parent_code", "valid_from"];

    private readonly ImportPlan _plan;
    private readonly ImportScope _scope;
    private readonly Dictionary<string, Unit> _units;
    private readonly Dictionary<Guid, string> _codes;
    private readonly IReadOnlyList<string> _types;
    private readonly DateOnly _today;

    private UnitPlanner(IEnumerable<Unit> existing, ImportErrors errors, ImportScope scope, IReadOnlyList<string> types, DateOnly today)
    {
        (_types, _today) = (types, today);
        _plan = new ImportPlan(errors);
        _scope = scope;
        _units = existing.ToDictionary(unit => unit.Code);
        _codes = _units.Values.ToDictionary(unit => unit.Id, unit => unit.Code);
    }

    /// <param name="existing">Every unit that the rows name as unit or parent, and the parents of those, and the root.</param>
    /// <param name="types">In use today.</param>
    public static ImportPlan Plan(
        IReadOnlyList<CsvRow> rows,
        IEnumerable<Unit> existing,
        ImportErrors errors,
        ImportScope scope,
        IReadOnlyList<string> types,
        DateOnly today
    )
    {
        var planner = new UnitPlanner(existing, errors, scope, types, today);
        planner._plan.Rows = rows.Count;
        planner.Place(planner.Valid(rows));
        return planner._plan;
    }

    private Dictionary<string, CsvRow> Valid(IReadOnlyList<CsvRow> rows)
    {
        Dictionary<string, CsvRow> valid = [];
        foreach (var row in rows)
        {
            if (!UnitCode.IsValid(row["code"]))
            {
                _plan.Errors.Add(row, "code", OrganizationProblems.UnitCode);
            }
            else if (!valid.TryAdd(row["code"], row))
            {
                if (row.SameAs(valid[row["code"]]))
                {
                    _plan.Repeated++;
                    continue;
                }

                _plan.Errors.Add(row, "code", ImportProblems.SaidOtherwiseBefore, ("line", valid[row["code"]].Line));
            }

            _plan.Errors.Text(row, "name", Unit.MaxName);
            _plan.Errors.Text(row, "short_name", Unit.MaxShortName);
            _plan.Errors.OneOf(row, "type", _types);
            if (_plan.Errors.Day(row, "valid_from") > _today)
            {
                _plan.Errors.Add(row, "valid_from", OrganizationProblems.UnitToCome);
            }
        }

        return valid;
    }

    private void Place(Dictionary<string, CsvRow> rows)
    {
        var children = rows.Values.ToLookup(row => row["parent_code"]);
        var placed = new HashSet<string>();

        // from what stands outside the file down: each parent before its children
        var ready = new Queue<CsvRow>(rows.Values.Where(row => !rows.ContainsKey(row["parent_code"])));
        while (ready.TryDequeue(out var row))
        {
            placed.Add(row["code"]);
            Apply(row);
            foreach (var child in children[row["code"]])
            {
                ready.Enqueue(child);
            }
        }

        foreach (var row in rows.Values.Where(row => !placed.Contains(row["code"])))
        {
            _plan.Errors.Add(row, "parent_code", OrganizationProblems.ParentCircle);
        }
    }

    private void Apply(CsvRow row)
    {
        var parent = _units.GetValueOrDefault(row["parent_code"]);
        if (row["parent_code"].Length > 0 && parent is null)
        {
            _plan.Errors.Add(row, "parent_code", OrganizationProblems.ParentUnknown);
        }
        else if (_units.TryGetValue(row["code"], out var unit))
        {
            Change(unit, parent, row);
        }
        else if (parent is not null || MayPlantRoot(row))
        {
            Create(parent, row);
        }
    }

    private void Create(Unit? parent, CsvRow row)
    {
        var unit = Unit.Create(row["code"], row["name"], row["short_name"], row["type"], parent, DayOf(row));
        // the children of a faulty unit are still placed, so that each line's own mistakes are told at once
        _units.Add(unit.Code, unit);
        _codes.Add(unit.Id, unit.Code);
        if (!_scope.Covers(parent?.Path ?? unit.Path))
        {
            _plan.Outside.Add(row.Line);
        }

        if (unit.Path.Length > Unit.MaxPath)
        {
            _plan.Errors.Add(row, "parent_code", OrganizationProblems.PathTooLong, unit.PathLength());
        }

        if (unit.IsDistrict && !UnitCode.IsFreeForDistrict(unit.Code))
        {
            _plan.Errors.Add(row, "code", OrganizationProblems.DistrictCode);
        }

        if (parent?.ValidTo is { } end)
        {
            _plan.Errors.Add(row, "parent_code", OrganizationProblems.ParentEnds, ("end", end));
        }

        _plan.Created++;
        _plan.Added.Add(unit);
        _plan.Events.AddRange(unit.Created());
    }

    private void Change(Unit unit, Unit? parent, CsvRow row)
    {
        if (!_scope.Covers(unit.Path))
        {
            _plan.Outside.Add(row.Line);
        }
        else if (unit.ParentId != parent?.Id)
        {
            var current = unit.ParentId is { } id ? _codes.GetValueOrDefault(id) : null;
            _plan.Errors.Add(row, "parent_code", OrganizationProblems.UnitMoves, ("parent", current));
        }
        else if (_plan.Errors.HasLine(row.Line))
        {
            // its mistakes are told; taking over half of it would hide them from the next row
        }
        else if (unit.Change(row["name"], row["short_name"], row["type"], DayOf(row)))
        {
            _plan.Changed++;
            _plan.Corrected.Add(unit.Id);
            _plan.Events.Add(unit.Changed());
        }
        else
        {
            _plan.Unchanged++;
        }
    }

    private bool MayPlantRoot(CsvRow row)
    {
        if (_units.Values.FirstOrDefault(unit => unit.ParentId is null) is { } root)
        {
            _plan.Errors.Add(row, "parent_code", OrganizationProblems.RootThere, ("root", root.Code));
            return false;
        }

        if (!_scope.ByOperator)
        {
            _plan.Errors.Add(row, "parent_code", OrganizationProblems.RootByOperator);
            return false;
        }

        return true;
    }

    private static DateOnly DayOf(CsvRow row) => new ImportErrors().Day(row, "valid_from");
}
