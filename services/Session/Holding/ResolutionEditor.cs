using Campaign.Api.Problems;
using Campaign.Api.Session;
using Campaign.Contracts;
using Campaign.Directories.Units;
using Campaign.Hosting.Problems;
using Campaign.Sessions.Preparing;
using Campaign.Sessions.Scheduling;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Holding;

/// <summary>Puts the resolution and its action items as they shall be; the session must be locked.</summary>
public sealed class ResolutionEditor(SessionDb database, NamedPeople people)
{
    private const decimal MaxTarget = 1_000_000_000;
    private static readonly DateOnly s_latest = new(2100, 12, 31);

    /// <summary>The same, trimmed and with what was left out.</summary>
    /// <exception cref="Problem"><c>invalid-request</c>.</exception>
    public static WriteResolution Check(WriteResolution request)
    {
        Problem.Unless(
            request.Items.Count <= SessionResolved.MaxItems,
            "items",
            FieldCodes.Count,
            ("min", 0),
            ("max", SessionResolved.MaxItems)
        );
        NamedItems.DemandOnce(request.Items, item => item.Id);
        return new WriteResolution(Problem.Text(request.Text, "text", Resolution.MaxText, min: 0), [.. request.Items.Select(Check)]);
    }

    /// <param name="draft">Checked.</param>
    /// <exception cref="Problem"><c>invalid-request</c>, <c>not-found</c>.</exception>
    public async Task ApplyAsync(Session session, WriteResolution draft, CancellationToken ct)
    {
        var day = OfficeDay.Of(session.StartsAt);
        foreach (var (index, item) in draft.Items.Index())
        {
            Problem.Unless(item.DueOn >= day, $"items[{index}].dueOn", FieldCodes.TooEarly, ("earliest", day));
        }

        var known = await database.ActionItems.Where(item => item.SessionId == session.Id).ToDictionaryAsync(item => item.Id, ct);
        database.ActionItems.RemoveRange(known.Values.Where(item => draft.Items.All(kept => kept.Id != item.Id)));
        var names = await people.ParticipantsAsync(
            session,
            [.. draft.Items.Select(item => item.MemberId)],
            index => $"items[{index}].memberId",
            ct
        );
        foreach (var (index, wanted) in draft.Items.Index())
        {
            var (unitId, unitPath, unitName) =
                wanted.UnitId is { } other && other != session.UnitId
                    ? await BelowAsync(other, session, $"items[{index}].unitId", ct)
                    : (session.UnitId, session.UnitPath, session.UnitName);
            var item = wanted.Id is not { } id
                ? New(session)
                : known.GetValueOrDefault(id) ?? throw Problem.NotFound("action item of this session");
            (item.Position, item.What, item.DueOn, item.Target, item.Measure) = (
                index + 1,
                wanted.What,
                wanted.DueOn,
                wanted.Target!.Value,
                wanted.Measure!
            );
            (item.MemberId, item.UnitId, item.UnitPath, item.Responsible) = (
                wanted.MemberId,
                unitId,
                unitPath,
                wanted.MemberId is { } member ? names[member] : unitName
            );
        }
    }

    private static ActionItemDraft Check(ActionItemDraft item, int index)
    {
        var path = $"items[{index}]";
        var target = item.Target ?? 1;
        Problem.Unless(
            target > 0 && target <= MaxTarget && decimal.Round(target, 2) == target,
            $"{path}.target",
            SessionProblems.Target,
            ("max", MaxTarget)
        );
        Problem.Unless(item.DueOn <= s_latest, $"{path}.dueOn", FieldCodes.TooLate, ("latest", s_latest));
        Problem.Unless(item.MemberId is null || item.UnitId is null, $"{path}.unitId", SessionProblems.NotBoth, ("other", "memberId"));
        return item with
        {
            What = Problem.Text(item.What, $"{path}.what", 500),
            Target = target,
            Measure = Problem.Text(item.Measure ?? "việc", $"{path}.measure", 100),
        };
    }

    private async Task<(Guid, string, string)> BelowAsync(Guid id, Session session, string field, CancellationToken ct)
    {
        var unit = await database.UnitAsync(id, ct);
        Problem.Unless(UnitPath.IsWithin(unit.Path, session.UnitPath), field, SessionProblems.UnitNotBelow);
        return (unit.Id, unit.Path, unit.Name);
    }

    private ActionItem New(Session session)
    {
        var item = new ActionItem
        {
            SessionId = session.Id,
            Position = 0,
            What = "",
            UnitId = session.UnitId,
            UnitPath = session.UnitPath,
            Responsible = "",
            DueOn = default,
            Target = 1,
            Measure = "",
        };
        database.ActionItems.Add(item);
        return item;
    }
}
