using Campaign.Hosting.Problems;
using Microsoft.AspNetCore.Builder;

namespace Campaign.Hosting.Access;

/// <summary>
/// Who may do something to something, and when: the endpoint lets its roles in (<c>.Allow(rule)</c>), the handler demands it of the
/// thing, and the view of the thing says by it what the reader may do (<c>may</c>). What a rule must know from the database is
/// loaded beforehand into <typeparamref name="T"/>.
/// </summary>
/// <param name="Name">As <c>may</c> calls it, e.g. <c>close</c>.</param>
/// <param name="Roles">Whose posts count; empty: anybody signed in, whatever their posts.</param>
/// <param name="UnitPath">The unit that such a post must cover.</param>
/// <param name="Refusal">Why nobody may now: a problem of status 409 with its code; null when nothing is in the way.</param>
/// <param name="Also">Who may without a post over the unit, as long as they have one of the roles somewhere: e.g. whoever takes
/// part.</param>
/// <param name="Covering">The roles of which a post over the unit is enough, where not all of <paramref name="Roles"/> are.</param>
public sealed record ActionRule<T>(
    string Name,
    IReadOnlyList<string> Roles,
    Func<T, string> UnitPath,
    Func<T, Problem?>? Refusal = null,
    Func<Caller, T, bool>? Also = null,
    IReadOnlyList<string>? Covering = null
) : IActionRule
{
    /// <summary>Whether the caller may do it to this now, whichever endpoint asks.</summary>
    public bool Allows(Caller caller, T thing) => IsFor(caller, thing) && Refusal?.Invoke(thing) is null;

    /// <exception cref="Problem"><c>outside-your-units</c> (403), or why not now (409).</exception>
    public void Demand(Caller caller, T thing)
    {
        if (!IsFor(caller, thing))
        {
            throw Caller.Outside();
        }

        if (Refusal?.Invoke(thing) is { } refusal)
        {
            throw refusal;
        }
    }

    private bool IsFor(Caller caller, T thing) =>
        caller.Holds(Roles) && (caller.Holds(Covering ?? Roles, UnitPath(thing)) || Also?.Invoke(caller, thing) == true);
}

/// <summary>What an endpoint must know of a rule.</summary>
public interface IActionRule
{
    string Name { get; }

    IReadOnlyList<string> Roles { get; }
}

public static class ActionRules
{
    /// <summary>Lets in whom the rule lets in; the handler demands it of the thing.</summary>
    public static TBuilder Allow<TBuilder>(this TBuilder builder, IActionRule rule)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.WithMetadata(new AccessRule(rule.Roles, Action: rule.Name));
        return builder;
    }

    /// <summary>The names of what the caller may do to this now, in the order of the rules.</summary>
    public static IReadOnlyList<string> May<T>(this IEnumerable<ActionRule<T>> rules, Caller caller, T thing) =>
        [.. rules.Where(rule => rule.Allows(caller, thing)).Select(rule => rule.Name)];
}
