using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Directives.Campaigns;
using Campaign.Directives.Documents;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives;

/// <summary>
/// Who reads what. Everybody with a post reads campaigns and documents that belong to their subtree, and those of the units
/// above them: a superior's directive is addressed downwards.
/// </summary>
internal static class DirectiveAccess
{
    public static readonly ActionRule<string> Read = new(
        "read-directives",
        [Roles.CityOfficer, Roles.DistrictOfficer, Roles.Secretary, Roles.Member, Roles.Committee, Roles.Council, Roles.Analyst],
        path => path
    );

    /// <summary>Who records and issues documents, and decides about the work of units below.</summary>
    public static readonly string[] Superiors = [Roles.CityOfficer, Roles.DistrictOfficer, Roles.Secretary];

    /// <summary>The unit above, whose posts decide about the unit's work; none for the root, whose own work nobody decides about.</summary>
    public static string Above(string unitPath) => UnitPath.IsRoot(unitPath) ? "" : unitPath[..unitPath.LastIndexOf('/')];

    /// <summary>Whether a post of the caller that counts here lies above the unit, not at it.</summary>
    public static bool IsAbove(this Caller caller, string unitPath) =>
        caller.Paths.Any(path => path != unitPath && UnitPath.IsWithin(unitPath, path));

    /// <summary>Demands the rule; who would be allowed but for its being their own unit's work is told so.</summary>
    /// <exception cref="Problem"><c>outside-your-units</c> or <c>own-work</c> (403), or why not now (409).</exception>
    public static void Demand<T>(this Caller caller, ActionRule<T> rule, T thing, string unitPath)
    {
        if (rule.UnitPath(thing) != unitPath && caller.Covers(unitPath) && !caller.IsAbove(unitPath))
        {
            throw new Problem(DirectiveProblems.OwnWork);
        }

        rule.Demand(caller, thing);
    }

    public static IQueryable<CampaignRecord> CampaignsReadableBy(this DirectiveDb db, Caller caller)
    {
        var above = PathsAbove(caller);
        var within = db.Campaigns.Within(caller, null, campaign => campaign.LeadUnitPath).Select(campaign => campaign.Id);
        return db.Campaigns.AsNoTracking().Where(campaign => above.Contains(campaign.LeadUnitPath) || within.Contains(campaign.Id));
    }

    public static IQueryable<Directive> DirectivesReadableBy(this DirectiveDb db, Caller caller)
    {
        var above = PathsAbove(caller);
        var within = db.Directives.Within(caller, null, directive => directive.OwnerUnitPath).Select(directive => directive.Id);
        return db.Directives.AsNoTracking().Where(directive => above.Contains(directive.OwnerUnitPath) || within.Contains(directive.Id));
    }

    /// <summary>The units above the caller's posts, root first.</summary>
    private static string[] PathsAbove(Caller caller) => [.. caller.Paths.SelectMany(UnitsAbove).Distinct()];

    internal static IEnumerable<string> UnitsAbove(string path)
    {
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            yield return path[..slash];
        }
    }
}
