using Campaign.Messaging.Log;
using Campaign.Organization.Posts;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Organization.Reorganisation;

/// <summary>Posts that are not ended follow their unit; those of a unit that ends go on in its successor, or end with it.</summary>
internal sealed class PostHandover(OrganizationDb db, IEventLog events)
{
    public async Task CarryOutAsync(Reorganiser work, Guid[] changed, DateOnly on, bool carry, CancellationToken ct)
    {
        var open = await db
            .Posts.Where(post => changed.Contains(post.UnitId) && (post.ValidTo == null || post.ValidTo > on))
            .ToListAsync(ct);
        var successors = work.Merged.ToDictionary(merged => merged.Predecessor.Id, merged => merged.Successor);
        var targets = successors.Values.Select(unit => unit.Id).ToArray();
        var held = await db
            .Posts.AsNoTracking()
            .Where(post => targets.Contains(post.UnitId) && (post.ValidTo == null || post.ValidTo > on))
            .Select(post => new
            {
                post.MemberId,
                post.UnitId,
                post.Role,
            })
            .ToListAsync(ct);
        var taken = held.Select(post => (post.MemberId, post.UnitId, post.Role)).ToHashSet();
        var units = work.Created.Concat(work.Changed).DistinctBy(unit => unit.Id).ToDictionary(unit => unit.Id);
        foreach (var post in open)
        {
            var unit = units[post.UnitId];
            if (unit.ValidTo is null)
            {
                if (post.Follow(unit))
                {
                    events.Append(post.Assigned());
                }

                continue;
            }

            var from = post.ValidFrom > on ? post.ValidFrom : on;
            var until = post.ValidTo;
            post.End(from);
            events.Append(post.Ended());
            // within one decision the successor may have ended too
            var successor = successors[unit.Id];
            while (successors.TryGetValue(successor.Id, out var next))
            {
                successor = next;
            }

            if (carry && taken.Add((post.MemberId, successor.Id, post.Role)))
            {
                var goesOn = MemberPost.GoOn(post, successor, from, until);
                db.Posts.Add(goesOn);
                events.Append(goesOn.Assigned());
            }
        }
    }
}
