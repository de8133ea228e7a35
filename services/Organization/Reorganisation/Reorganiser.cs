using Campaign.Api.Organization;
using Campaign.Api.Problems;
using Campaign.Contracts;
using Campaign.Hosting.Problems;
using Campaign.Organization.Catalogues;
using Campaign.Organization.Units;

namespace Campaign.Organization.Reorganisation;

/// <summary>Members at home in one unit go to another.</summary>
/// <param name="Numbers">Only these; null: whoever is still there.</param>
internal sealed record Handover(Unit From, Unit To, IReadOnlyList<string>? Numbers = null);

/// <summary>
/// Carries out a decision's steps on the part of the tree that it touches, in memory: what is created, what changes, who goes where.
/// The same work makes the preview and the change, so they cannot differ.
/// </summary>
/// <param name="living">Every living unit below the decision's scope, and the scope itself.</param>
/// <param name="types">In use on the day.</param>
/// <param name="taken">Codes among those to be created that exist already.</param>
internal sealed partial class Reorganiser(
    IReadOnlyCollection<Unit> living,
    IReadOnlySet<string> taken,
    IReadOnlyCollection<string> types,
    DateOnly on,
    Func<string, bool> covers
)
{
    private readonly Dictionary<string, Unit> _byCode = living.ToDictionary(unit => unit.Code);
    private readonly Dictionary<Guid, Unit> _byId = living.ToDictionary(unit => unit.Id);
    private readonly Dictionary<Guid, List<Unit>> _children = living
        .Where(unit => unit.ParentId is not null)
        .GroupBy(unit => unit.ParentId!.Value)
        .ToDictionary(group => group.Key, group => group.ToList());

    private readonly HashSet<string> _districts = [.. living.Where(unit => unit.IsDistrict).Select(unit => unit.Code)];
    private int _step;

    /// <summary>Why a decision's steps may be refused, besides what is wrong with their fields.</summary>
    public static ProblemType[] Refusals =>
        [
            OrganizationProblems.StepOutsideYourUnits,
            OrganizationProblems.NoUnitOnThatDay,
            OrganizationProblems.CityStays,
            OrganizationProblems.UnitBelowItself,
            OrganizationProblems.NoCodeOfADistrict,
            OrganizationProblems.NewCodeTaken,
            OrganizationProblems.NotDirectlyBelow,
            OrganizationProblems.GivenToTwoSuccessors,
            OrganizationProblems.OwnSuccessor,
            OrganizationProblems.SuccessorBelow,
            OrganizationProblems.PathTooLongAfterSteps,
            OrganizationProblems.ChangedLater,
        ];

    public List<Unit> Created { get; } = [];

    /// <summary>Renamed, moved, taken along or ended.</summary>
    public HashSet<Unit> Changed { get; } = [];

    /// <summary>Predecessor, its main successor, by what kind of step.</summary>
    public List<(Unit Predecessor, Unit Successor, string Kind)> Merged { get; } = [];

    /// <summary>Predecessor and successor of every line, the main one among them.</summary>
    public List<(Unit Predecessor, Unit Successor, string Kind)> Lines { get; } = [];

    public List<Handover> Handovers { get; } = [];

    public List<Effect> Effects { get; } = [];

    /// <exception cref="Problem"><c>invalid-request</c>, <see cref="Refusals"/>.</exception>
    public void CarryOut(IReadOnlyList<ReorganisationStep> steps)
    {
        foreach (var step in steps)
        {
            _step++;
            switch (Problem.OneOf(step.Kind, Field("kind"), [.. ReorganisationWords.All.Select(word => word.Code)]))
            {
                case ReorganisationKinds.Create:
                    New(step, 1);
                    break;
                case ReorganisationKinds.Rename:
                    Rename(step);
                    break;
                case ReorganisationKinds.Move:
                    Move(step);
                    break;
                case ReorganisationKinds.Merge:
                    Merge(step);
                    break;
                case ReorganisationKinds.Split:
                    Split(step);
                    break;
                default:
                    Dissolve(step);
                    break;
            }
        }

        foreach (var unit in Created.Concat(Changed))
        {
            if (unit.Path.Length > Unit.MaxPath)
            {
                throw new Problem(OrganizationProblems.PathTooLongAfterSteps, [("unit", unit.Code), .. unit.PathLength()]);
            }
        }
    }

    /// <summary>What the others are told, in the order in which they need to hear it.</summary>
    public IEnumerable<CampaignEvent> Events(string decisionNumber)
    {
        foreach (
            var unit in Created.Union(Changed).Where(unit => unit.IsDistrict && unit.ValidTo is null && !_districts.Contains(unit.Code))
        )
        {
            yield return unit.Registered();
        }

        foreach (
            var unit in Created
                .Union(Changed)
                .OrderBy(unit => unit.ValidTo is not null)
                .ThenBy(unit => unit.Path.Count(letter => letter == '/'))
        )
        {
            yield return unit.Changed() with
            {
                Succeeds = Created.Contains(unit) && Lines.Exists(line => line.Successor == unit),
            };
        }

        foreach (var (predecessor, successor, _) in Merged)
        {
            yield return new UnitMerged
            {
                District = predecessor.District,
                AggregateId = predecessor.Id,
                Version = predecessor.Version,
                PredecessorPath = predecessor.Path,
                SuccessorId = successor.Id,
                SuccessorPath = successor.Path,
                SuccessorName = successor.Name,
                SuccessorType = successor.Type,
                SuccessorDistrict = successor.District,
                EffectiveOn = on,
                DecisionNumber = decisionNumber,
            };
        }
    }

    private void Hang(Unit unit, Unit parent)
    {
        if (unit.ParentId is { } old)
        {
            _children[old].Remove(unit);
        }

        unit.MoveBelow(parent);
        Below(parent).Add(unit);
        Changed.Add(unit);
        foreach (var child in Below(unit))
        {
            Follow(child, unit);
        }
    }

    private void Follow(Unit unit, Unit parent)
    {
        unit.FollowParent(parent);
        Changed.Add(unit);
        foreach (var child in Below(unit))
        {
            Follow(child, unit);
        }
    }

    /// <summary>The unit ends; what hangs below it and is at home in it goes to the successors.</summary>
    private void End(Unit unit, Unit main, string kind, IReadOnlyDictionary<string, Unit> children)
    {
        foreach (var child in Below(unit).ToList())
        {
            Hang(child, children.GetValueOrDefault(child.Code, main));
        }

        Handovers.Add(new Handover(unit, main));
        Merged.Add((unit, main, kind));
        Lines.Add((unit, main, kind));
        _children[unit.ParentId!.Value].Remove(unit);
        _byCode.Remove(unit.Code);
        unit.End(on);
        Changed.Add(unit);
    }

    private List<Unit> Below(Unit unit) => _children.TryGetValue(unit.Id, out var children) ? children : _children[unit.Id] = [];

    private Unit Find(string? code)
    {
        Demand(_byCode.TryGetValue(code ?? "", out var unit), OrganizationProblems.NoUnitOnThatDay, ("unit", code));
        Demand(covers(unit!.Path), OrganizationProblems.StepOutsideYourUnits, ("unit", code));
        return unit;
    }

    private void Demand(bool condition, ProblemType type, params (string Name, object? Value)[] parameters)
    {
        if (!condition)
        {
            throw new Problem(type, [("step", _step), .. parameters]);
        }
    }

    /// <summary>The path of a field of this step.</summary>
    private string Field(string name) => $"steps[{_step - 1}].{name}";

    private static bool Hangs(Unit unit, Unit below) => UnitPath.IsWithin(unit.Path, below.Path);
}

/// <summary>What becomes of one unit, for the preview.</summary>
/// <param name="From">Null: the unit is new.</param>
internal sealed record Effect(
    int Step,
    string Kind,
    Unit? From,
    string Code,
    string Name,
    string ToCode,
    string ToName,
    int Children,
    IReadOnlyList<string>? Numbers = null
);
