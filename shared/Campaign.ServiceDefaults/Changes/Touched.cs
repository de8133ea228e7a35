using Campaign.Api;

namespace Campaign.ServiceDefaults.Changes;

/// <summary>What was touched, and in which districts; beyond some ids only that it was much.</summary>
internal sealed class Touched
{
    /// <summary>So many fit into one notification of PostgreSQL.</summary>
    private const int MostIds = 150;

    private readonly HashSet<string> _districts = [];
    private readonly HashSet<Guid> _ids = [];
    private bool _anything;
    private bool _many;

    public void Add(string? district, IEnumerable<Guid> ids)
    {
        _anything = true;
        if (district is not null)
        {
            _districts.Add(district);
        }

        foreach (var id in ids)
        {
            if (_many || (_many = _ids.Count == MostIds && !_ids.Contains(id)))
            {
                return;
            }

            _ids.Add(id);
        }
    }

    public void Add(Change change)
    {
        Add(change.District, change.Ids ?? []);
        _many |= change.Ids is null;
    }

    /// <summary>Hands over what was touched since the last call: a change for each district.</summary>
    public IReadOnlyList<Change> Take()
    {
        if (!_anything)
        {
            return [];
        }

        Guid[]? ids = _many ? null : [.. _ids];
        IReadOnlyList<string?> districts = _districts.Count > 0 ? [.. _districts] : [null];
        Clear();
        return [.. districts.Select(district => new Change(district, ids))];
    }

    public void Clear()
    {
        _districts.Clear();
        _ids.Clear();
        _anything = _many = false;
    }
}
