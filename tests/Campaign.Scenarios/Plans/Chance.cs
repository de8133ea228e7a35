using System.Globalization;
using System.Text;

namespace Campaign.Scenarios.Plans;

/// <summary>Chance that follows from the seed and from what it is about, not from the order of asking.</summary>
public readonly record struct Chance(string Seed)
{
    /// <summary>From 0 up to, not including, 1.</summary>
    public double Share(params ReadOnlySpan<object> about)
    {
        var text = new StringBuilder(Seed);
        foreach (var part in about)
        {
            // days and numbers must read the same in every culture
            text.Append('\n').Append(Convert.ToString(part, CultureInfo.InvariantCulture));
        }

        // FNV-1a, then a finaliser: short keys that differ in one digit must not fall next to each other
        var hash = 14695981039346656037UL;
        foreach (var piece in Encoding.UTF8.GetBytes(text.ToString()))
        {
            hash = (hash ^ piece) * 1099511628211UL;
        }

        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdUL;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53UL;
        hash ^= hash >> 33;
        return (hash >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>From 0 up to, not including, <paramref name="below"/>.</summary>
    public int Below(int below, params ReadOnlySpan<object> about) => (int)(Share(about) * below);
}
