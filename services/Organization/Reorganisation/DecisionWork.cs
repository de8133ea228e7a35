using Campaign.Api.Organization;
using Campaign.Hosting.Problems;
using Campaign.Messaging.Log;
using Campaign.Organization.Units;
using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Organization.Reorganisation;

/// <summary>Looks ahead at a decision, and carries it out.</summary>
internal sealed class DecisionWork(OrganizationDb db, IEventLog events, IAudit audit, TimeProvider time)
{
    private const long Lock = 0x5245_4F52_47;

    /// <exception cref="Problem"><c>invalid-request</c>, <see cref="Reorganiser.Refusals"/>.</exception>
    public async Task<(DecisionPreview Preview, string Scope)> PreviewAsync(
        IReadOnlyList<ReorganisationStep> steps,
        DateOnly on,
        Func<string, bool> covers,
        CancellationToken ct
    )
    {
        var (work, scope) = await db.CarryOutAsync(steps, on, covers, ct);
        // looked at only: nothing of it may reach a SaveChanges
        db.ChangeTracker.Clear();
        var named = work.Effects.Where(effect => effect.From is not null).Select(effect => effect.From!.Id).Distinct().ToArray();
        var members = await db
            .Members.Where(member => named.Contains(member.UnitId))
            .GroupBy(member => member.UnitId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        var posts = await db
            .Posts.Where(post => named.Contains(post.UnitId) && (post.ValidTo == null || post.ValidTo > on))
            .GroupBy(post => post.UnitId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        var places = work.Changed.Except(work.Created).Select(unit => unit.Id).ToArray();
        var lines = work
            .Effects.Select(effect => new PreviewLine(
                effect.Step,
                effect.Kind,
                effect.Code,
                effect.Name,
                effect.ToCode,
                effect.ToName,
                effect.Children,
                Members(effect, work, members),
                effect.From is null || effect.Numbers is not null ? 0 : posts.GetValueOrDefault(effect.From.Id)
            ))
            .ToList();
        return (
            new DecisionPreview(
                lines,
                work.Created.Count,
                work.Changed.Count(unit => unit.ValidTo is not null),
                work.Changed.Except(work.Created).Count(unit => unit.ValidTo is null),
                await db.Members.CountAsync(member => places.Contains(member.UnitId), ct),
                await db.Posts.CountAsync(post => places.Contains(post.UnitId) && (post.ValidTo == null || post.ValidTo > on), ct)
            ),
            scope
        );
    }

    /// <summary>Call inside a transaction. Decisions take turns; each sees the tree as the one before left it.</summary>
    /// <exception cref="Problem"><c>invalid-request</c>, <see cref="Reorganiser.Refusals"/>.</exception>
    public async Task ApplyAsync(Decision decision, Func<string, bool> covers, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Lock})", ct);
        var on = decision.EffectiveOn;
        var (work, _) = await db.CarryOutAsync(decision.ReadSteps(), on, covers, ct);
        db.Units.AddRange(work.Created);
        foreach (var @event in work.Events(decision.Number))
        {
            events.Append(@event);
        }

        foreach (var (predecessor, successor, kind) in work.Lines)
        {
            db.Lineage.Add(
                new Lineage
                {
                    PredecessorId = predecessor.Id,
                    SuccessorId = successor.Id,
                    DecisionId = decision.Id,
                    Kind = kind,
                    On = on,
                }
            );
        }

        decision.Apply(time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        var units = work.Created.Concat(work.Changed).Select(unit => unit.Id).Distinct().ToArray();
        await db.TurnAsync(units, on, decision.Id, ct);
        var receiving = units.Union(work.Handovers.Select(handover => handover.To.Id)).ToArray();
        await new MemberHandover(db, events).CarryOutAsync(work.Handovers, receiving, on, decision.Id, ct);
        await new PostHandover(db, events).CarryOutAsync(work, units, on, decision.CarryPosts, ct);
        audit.Record("applied", nameof(Decision), decision.Id.ToString(), new { decision.Number, units = units.Length });
        await db.SaveChangesAsync(ct);
    }

    private static int Members(Effect effect, Reorganiser work, Dictionary<Guid, int> members)
    {
        if (effect.From is null)
        {
            return 0;
        }

        var named = work
            .Effects.Where(other => other.Step == effect.Step && other.From == effect.From && other.Numbers is not null)
            .Sum(other => other.Numbers!.Count);
        return effect.Numbers?.Count ?? Math.Max(0, members.GetValueOrDefault(effect.From.Id) - named);
    }
}
